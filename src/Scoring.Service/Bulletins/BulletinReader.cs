using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Scoring.Bulletins;

/// <summary>A bulletin and what it was made from; each of its forms says the same.</summary>
internal sealed record BulletinIssue(Bulletin Bulletin, Policy Policy, MonthScoring Scoring)
{
    public Month Of { get; } = Kernel.Month.Parse(Bulletin.Report.Month);
}

internal sealed class BulletinReader(NpgsqlDataSource database, ClosedMonths closedMonths, BulletinSources sources)
{
    public async Task<BulletinIssue?> Find(string street, int year, int number, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(
            "SELECT bulletin FROM bulletins WHERE street = @street AND year = @year AND number = @number",
            new { street, year, number }, cancellationToken: cancellation));
        if (row is null) return null;
        var published = StoredJson.Read<BulletinPublished>(row);
        var month = Month.Parse(published.Month);
        var closed = (await closedMonths.Find(street, month, cancellation, published.Correction ?? 0))!;
        var report = MonthReport.Of(street, month, MonthStatus.Published, closed.PolicyFrom, closed.Scoring, []);
        var (letterhead, _) = await sources.Letterhead(street, cancellation);
        var bulletin = Bulletin.Of(published, report, closed.Scoring.Figures, letterhead);
        return new(bulletin with { Correction = CorrectionOfMonth.In(closed, published.Correction) }, closed.Policy, closed.Scoring);
    }
}

/// <summary>The forms a bulletin is given in: <c>?format=</c>, or else what <c>Accept</c> names.</summary>
internal static class BulletinFormats
{
    public static readonly Refusal Unknown = new("format-unknown", "format 须为 json、docx 或 xlsx。", RefusalKind.Invalid);

    public static Func<BulletinIssue, Task<IResult>>? Asked(string? format, HttpRequest request) => Name(format, request) switch
    {
        "json" => issue => Task.FromResult<IResult>(TypedResults.Ok(issue.Bulletin)),
        "docx" => issue => Task.FromResult(Downloads.Docx($"{FileName(issue)}.docx", BulletinNotice.Of(issue))),
        "xlsx" => issue => Downloads.Xlsx($"{FileName(issue)}.xlsx", book =>
        {
            BulletinBook.Write(book, issue);
            return Task.CompletedTask;
        }),
        _ => null,
    };

    /// <summary>What is asked for, whether there is such a form or not.</summary>
    public static string Name(string? format, HttpRequest request) => format ?? Accepted(request);

    private static string Accepted(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        if (accept.Contains(Downloads.DocxType, StringComparison.OrdinalIgnoreCase)) return "docx";
        return accept.Contains(Downloads.XlsxType, StringComparison.OrdinalIgnoreCase) ? "xlsx" : "json";
    }

    private static string FileName(BulletinIssue issue) => issue.Bulletin.Draft
        ? $"（草稿）{issue.Bulletin.Title}"
        : $"{issue.Bulletin.DocumentNumber} {issue.Bulletin.Title}";
}
