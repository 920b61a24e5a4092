using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Appeals;

/// <param name="Text">The line's sentence as announced.</param>
internal sealed record AppealRow(
    Guid Id, long Version, AppealStatus Status, string Month, string Subject, string Kind, Guid EventId, string Text, decimal Points,
    string Reason, string? Evidence, DateTimeOffset LodgedAt, AppealOpinion? Review, AppealOpinion? Decision);

internal sealed record AppealOpinion(bool Uphold, string Reason, DateTimeOffset At);

internal sealed record OpenAppeal(string Month, string Subject, string Line);

internal sealed class AppealList(NpgsqlDataSource database)
{
    private const string Columns = """
        id AS Id, version AS Version, status AS Status, month AS Month, subject AS Subject, kind AS Kind, event_id AS EventId, text AS Text,
        points AS Points, reason AS Reason, evidence AS Evidence, lodged_at AS LodgedAt, review AS Review, decision AS Decision
        """;

    /// <summary>Not decided, against the month or one before it.</summary>
    public async Task<IReadOnlyList<OpenAppeal>> Open(string street, Month month, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<OpenAppeal>(new CommandDefinition(
            """
            SELECT month AS Month, subject AS Subject, text AS Line FROM appeals
            WHERE street = @street AND month <= @month AND status IN ('Lodged', 'Reviewed') ORDER BY month, subject, id
            """,
            new { street, month = month.ToString() }, cancellationToken: cancellation))).AsList();
    }

    public static void Map(RouteGroupBuilder appeals)
    {
        appeals.MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("申诉").Produces<Page<AppealRow>>();
        appeals.MapGet("/{id:guid}", One).Allow(Enum.GetValues<Role>()).WithSummary("申诉详情").Produces<AppealRow>();
    }

    private static async Task<IResult> List(
        string street, string? month, AppealStatus? status, Guid? after, int? limit, Caller caller, NpgsqlDataSource database,
        HttpContext http)
    {
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<StoredAppeal>(
            $"""
            SELECT {Columns} FROM appeals WHERE street = @street AND id > @after AND (@month IS NULL OR month = @month)
                AND (@status IS NULL OR status = @status) AND (@units::text[] IS NULL OR subject = ANY (@units)) ORDER BY id LIMIT @rows
            """,
            new { street, month, status = status?.ToString(), units = caller.HeldToUnits, after = after ?? Guid.Empty, rows = take + 1 });
        return Paging.Page(http, [.. rows.Select(row => row.Read())], take, a => a.Id.ToString());
    }

    private static async Task<IResult> One(string street, Guid id, Caller caller, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<StoredAppeal>(new CommandDefinition(
            $"SELECT {Columns} FROM appeals WHERE street = @street AND id = @id", new { street, id }, cancellationToken: cancellation));
        return row is not null && caller.ActsFor(row.Subject) ? TypedResults.Ok(row.Read()) : Problems.Of(AppealRules.NotFound);
    }

    private sealed record StoredAppeal(
        Guid Id, long Version, string Status, string Month, string Subject, string Kind, Guid EventId, string Text, decimal Points,
        string Reason, string? Evidence, DateTimeOffset LodgedAt, string? Review, string? Decision)
    {
        public AppealRow Read() => new(
            Id, Version, Enum.Parse<AppealStatus>(Status), Month, Subject, Kind, EventId, Text, Points, Reason, Evidence, LodgedAt,
            Opinion(Review), Opinion(Decision));

        private static AppealOpinion? Opinion(string? json) => json is null ? null : StoredJson.Read<AppealOpinion>(json);
    }
}
