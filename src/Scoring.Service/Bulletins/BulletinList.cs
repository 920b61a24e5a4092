using System.Globalization;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Bulletins;

internal sealed class BulletinProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not BulletinPublished e) return;
        sql.Add(
            "INSERT INTO bulletins (street, year, number, bulletin) VALUES ($1, $2, $3, $4::jsonb)",
            @event.Stream.Tenant, e.Year, e.Number, StoredJson.Write(e));
    }
}

/// <param name="Correction">更正通报: the n-th of its month.</param>
internal sealed record BulletinHead(
    int Year, int Number, string Month, string DocumentNumber, string Title, DateTimeOffset PublishedAt, int? Correction)
{
    public static BulletinHead Of(BulletinPublished e) => new(e.Year, e.Number, e.Month, e.DocumentNumber, e.Title, e.At, e.Correction);
}

internal static class BulletinList
{
    private static readonly Refusal NotFound = new("bulletin-not-found", "没有这期通报。", RefusalKind.NotFound);

    public static void Map(RouteGroupBuilder bulletins)
    {
        bulletins.MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("历次通报").Produces<Page<BulletinHead>>();
        bulletins.MapGet("/{year:int}/{number:int}", One).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Exports).WithSummary("通报")
            .ProducesBulletin();
    }

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var take = Paging.Limit(limit);
        var (year, number) = Cursor(after);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<string>(
            "SELECT bulletin FROM bulletins WHERE street = @street AND (year, number) > (@year, @number) ORDER BY year, number LIMIT @rows",
            new { street, year, number, rows = take + 1 });
        return Paging.Page(
            http, [.. rows.Select(row => BulletinHead.Of(StoredJson.Read<BulletinPublished>(row)))], take, b => $"{b.Year}-{b.Number}");
    }

    private static async Task<IResult> One(
        string street, int year, int number, string? format, BulletinReader bulletins, HttpContext http)
    {
        if (BulletinFormats.Asked(format, http.Request) is not { } asked) return Problems.Of(BulletinFormats.Unknown);
        return await bulletins.Find(street, year, number, http.RequestAborted) is { } found ? await asked(found) : Problems.Of(NotFound);
    }

    private static (int Year, int Number) Cursor(string? after) =>
        string.IsNullOrEmpty(after) ? (0, 0)
        : after.Split('-') is [var year, var number] && Number(year) is { } y && Number(number) is { } n ? (y, n)
        : throw new InvalidCursorException();

    private static int? Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
