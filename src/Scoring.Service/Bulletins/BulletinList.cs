using System.Globalization;
using Campaign.EventStore;
using Campaign.Scoring.Months;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Bulletins;

internal sealed record BulletinHead(int Year, int Number, string Month, string DocumentNumber, string Title, DateTimeOffset PublishedAt);

internal static class BulletinList
{
    private static readonly Refusal NotFound = new("bulletin-not-found", "没有这期通报。", RefusalKind.NotFound);

    public static void Map(RouteGroupBuilder bulletins)
    {
        bulletins.MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("历次通报").Produces<Page<BulletinHead>>();
        bulletins.MapGet("/{year:int}/{number:int}", One).Allow(Enum.GetValues<Role>()).WithSummary("通报").Produces<Bulletin>();
    }

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var take = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<string>(
            """
            SELECT bulletin FROM bulletins WHERE street = @street AND (year, number) > (@year, @number) ORDER BY year, number LIMIT @rows
            """,
            new { street, Cursor(after).Year, Cursor(after).Number, rows = take + 1 });
        return Paging.Page(
            http, [.. rows.Select(StoredJson.Read<BulletinPublished>).Select(b => new BulletinHead(b.Year, b.Number, b.Month, b.DocumentNumber, b.Title, b.At))],
            take, b => $"{b.Year}-{b.Number}");
    }

    private static async Task<IResult> One(
        string street, int year, int number, NpgsqlDataSource database, ClosedMonths closedMonths, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT bulletin FROM bulletins WHERE street = @street AND year = @year AND number = @number",
            new { street, year, number }, cancellationToken: cancellation));
        if (row is null) return Problems.Of(NotFound);
        var published = StoredJson.Read<BulletinPublished>(row);
        var month = Month.Parse(published.Month);
        var closed = (await closedMonths.Find(street, month, cancellation))!;
        return TypedResults.Ok(Bulletin.Of(published, MonthReport.Of(street, month, MonthStatus.Published, closed.PolicyFrom, closed.Scoring, [])));
    }

    private static (int Year, int Number) Cursor(string? after) =>
        after?.Split('-') is [var year, var number] && int.TryParse(year, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, CultureInfo.InvariantCulture, out var n)
            ? (y, n)
            : (0, 0);
}

/// <summary>What a bulletin says besides its month.</summary>
internal sealed class BulletinSources(NpgsqlDataSource database, ClosedMonths closedMonths)
{
    /// <summary>The street's code until Tasks has told its name.</summary>
    public async Task<string> StreetName(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            "SELECT name FROM streets WHERE street = @street", new { street }, cancellationToken: cancellation)) ?? street;
    }

    public async Task<IReadOnlyDictionary<string, int>> Ranks(string street, Month month, CancellationToken cancellation) =>
        (await closedMonths.Find(street, month, cancellation))?.Scoring.Scorecards.ToDictionary(c => c.Subject, c => c.Rank, StringComparer.Ordinal) ?? [];
}
