using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Commendations;

internal sealed class CommendationProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not CommendationGranted e) return;
        sql.Add(
            """
            INSERT INTO commendations (street, id, version, stream_id, event_id, subject, date, reason) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            ON CONFLICT (street, id) DO UPDATE SET version = $3, event_id = $5, subject = $6, date = $7, reason = $8
            """,
            @event.Stream.Tenant, e.Id, @event.Version, @event.Stream.Id, @event.Id, e.Subject, e.Date, e.Reason);
    }
}

internal sealed record CommendationRow(string Id, long Version, string Subject, DateOnly Date, string Reason);

internal static class CommendationList
{
    public static void Map(RouteGroupBuilder commendations) => commendations
        .MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("表扬").Produces<Page<CommendationRow>>();

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<CommendationRow>(
            """
            SELECT id AS Id, version AS Version, subject AS Subject, date AS Date, reason AS Reason FROM commendations
            WHERE street = @street AND id > @after ORDER BY id LIMIT @rows
            """,
            new { street, after = after ?? "", rows = take + 1 });
        return Paging.Page(http, rows.AsList(), take, c => c.Id);
    }
}
