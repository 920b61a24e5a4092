using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Reports;

/// <param name="Document">The draft, also to be had as .docx.</param>
internal sealed record Report(ReportFacts Facts, ReportDocument Document);

internal static class ReportEndpoints
{
    private static readonly Refusal FormatUnknown = new("format-unknown", "格式只有 json 和 docx。", RefusalKind.Invalid);

    public static void Map(RouteGroupBuilder reports)
    {
        reports.MapGet("/weekly", Weekly).Allow(Audience.Everybody).TakesTurn(CallerTurns.Exports)
            .WithName("GetWeeklyReport").WithSummary("周报")
            .Produces<Report>().OffersFile(Downloads.DocxType);
        reports.MapGet("/half-year", HalfYear).Allow(Audience.Everybody).TakesTurn(CallerTurns.Exports)
            .WithName("GetHalfYearReport").WithSummary("半年小结")
            .Produces<Report>().OffersFile(Downloads.DocxType);
    }

    private static Task<IResult> Weekly(
        string street, [AsParameters] WeekAsked asked, string? format, Caller caller, ReportDesk desk, HttpContext http) =>
        Answer(desk, street, asked.Unit, ReportPeriod.Week(asked.Week), caller, format, $"周报-{asked.Week:yyyy-MM-dd}.docx", http);

    private static Task<IResult> HalfYear(
        string street, [AsParameters] HalfYearAsked asked, string? format, Caller caller, ReportDesk desk, HttpContext http) =>
        Answer(desk, street, asked.Unit, ReportPeriod.HalfYear(asked.Year, asked.Half), caller, format,
            $"半年小结-{asked.Year}-{asked.Half}.docx", http);

    private static async Task<IResult> Answer(
        ReportDesk desk, string street, string? unit, ReportPeriod period, Caller caller, string? format, string fileName, HttpContext http)
    {
        if (format is not (null or "json" or "docx")) return Problems.Of(FormatUnknown);
        var (report, refusal) = await desk.Draft(street, unit, period, caller, http.RequestAborted);
        if (refusal is not null) return Problems.Of(refusal);
        var docx = format is null
            ? http.Request.Headers.Accept.ToString().Contains(Downloads.DocxType, StringComparison.OrdinalIgnoreCase)
            : format == "docx";
        return docx ? Downloads.Docx(fileName, report!.Document.ToOfficial()) : TypedResults.Ok(report);
    }
}

/// <param name="Week">Its Monday.</param>
/// <param name="Unit">Of this unit only; the whole street when left out.</param>
internal sealed record WeekAsked(DateOnly Week, string? Unit)
{
    internal sealed class Validator : AbstractValidator<WeekAsked>
    {
        public Validator() => RuleFor(x => x.Week)
            .Must(day => day.DayOfWeek is DayOfWeek.Monday).WithErrorCode("week-not-monday").WithMessage("请以星期一的日期表示一周。");
    }
}

/// <param name="Half">1 or 2.</param>
internal sealed record HalfYearAsked(int Year, int Half, string? Unit)
{
    internal sealed class Validator : AbstractValidator<HalfYearAsked>
    {
        public Validator() => RuleFor(x => x.Half).InclusiveBetween(1, 2);
    }
}
