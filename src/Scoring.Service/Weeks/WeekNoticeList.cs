using System.Globalization;
using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Weeks;

internal sealed class WeekNoticeProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not WeekNoticePublished e) return;
        sql.Add(
            "INSERT INTO week_notices (street, year, number, head, notice) VALUES ($1, $2, $3, $4::jsonb, $5::jsonb)",
            @event.Stream.Tenant, e.Year, e.Number, StoredJson.Write(WeekNoticeHead.Of(e)), StoredJson.Write(WeekNotice.Of(e)));
    }
}

/// <summary>What a weekly notice is made from.</summary>
internal sealed class WeekSources(MonthFactsQuery facts, BulletinSources bulletins)
{
    public async Task<PublishWeek> Publication(
        string street, Week week, IReadOnlyList<string> nextWeek, DateTimeOffset now, CancellationToken cancellation)
    {
        var months = new List<MonthFacts>();
        foreach (var month in week.Months) months.Add(await facts.Load(street, month, cancellation));
        return new(
            week, (await bulletins.Letterhead(street, cancellation)).Letterhead, WeekReport.Of(week, MonthFacts.Of(months), now), nextWeek,
            now);
    }
}

internal sealed class WeekNoticeReader(NpgsqlDataSource database)
{
    public async Task<WeekNotice?> Find(string street, int year, int number, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT notice FROM week_notices WHERE street = @street AND year = @year AND number = @number", new { street, year, number },
            cancellationToken: cancellation));
        return row is null ? null : StoredJson.Read<WeekNotice>(row);
    }
}

/// <param name="Correction">更正: the n-th of its week.</param>
internal sealed record WeekNoticeHead(
    int Year, int Number, string Week, string DocumentNumber, string Title, DateTimeOffset PublishedAt, int? Correction)
{
    public static WeekNoticeHead Of(WeekNoticePublished e) =>
        new(e.Year, e.Number, e.Week, e.DocumentNumber, e.Title, e.At, e.Correction);
}

/// <summary>Notices that are out, for everybody.</summary>
internal static class WeekNoticeList
{
    public static void Map(RouteGroupBuilder notices)
    {
        notices.MapGet("/", List).Allow(Enum.GetValues<Role>()).WithSummary("历次周通报").Produces<Page<WeekNoticeHead>>();
        notices.MapGet("/{year:int}/{number:int}", One).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Exports)
            .WithSummary("周通报").ProducesNotice();
    }

    public static RouteHandlerBuilder ProducesNotice(this RouteHandlerBuilder route) => route
        .Produces<WeekNotice>().Produces(StatusCodes.Status200OK, contentType: Downloads.DocxType)
        .Produces(StatusCodes.Status200OK, contentType: Downloads.XlsxType);

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var take = Paging.Limit(limit);
        var (year, number) = Cursor(after);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<string>(
            "SELECT head FROM week_notices WHERE street = @street AND (year, number) > (@year, @number) ORDER BY year, number LIMIT @rows",
            new { street, year, number, rows = take + 1 });
        return Paging.Page(http, [.. rows.Select(StoredJson.Read<WeekNoticeHead>)], take, n => $"{n.Year}-{n.Number}");
    }

    private static async Task<IResult> One(
        string street, int year, int number, string? format, WeekNoticeReader notices, HttpContext http)
    {
        if (WeekFormats.Asked(format, http.Request) is not { } asked) return Problems.Of(BulletinFormats.Unknown);
        return await notices.Find(street, year, number, http.RequestAborted) is { } found
            ? await asked(found)
            : Problems.Of(WeekRules.NotFound);
    }

    private static (int Year, int Number) Cursor(string? after) =>
        string.IsNullOrEmpty(after) ? (0, 0)
        : after.Split('-') is [var year, var number] && Number(year) is { } y && Number(number) is { } n ? (y, n)
        : throw new InvalidCursorException();

    private static int? Number(string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
