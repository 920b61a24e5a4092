using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Dapper;
using FluentValidation;
using Npgsql;

namespace Campaign.Tasks.Reports;

internal enum ReportFormat { Json, Docx }

/// <param name="Document">The draft, also to be had as .docx.</param>
internal sealed record Report(ReportFacts Facts, ReportDocument Document);

internal static class ReportEndpoints
{
    public static void Map(RouteGroupBuilder reports)
    {
        reports.MapGet("/weekly", Weekly).Allow(Audience.Everybody).WithSummary("周报").Produces<Report>();
        reports.MapGet("/half-year", HalfYear).Allow(Audience.Everybody).WithSummary("半年小结").Produces<Report>();
    }

    private static Task<IResult> Weekly(
        string street, [AsParameters] WeekAsked asked, ReportFormat? format, Caller caller, ReportFactsQuery query, Register register,
        NpgsqlDataSource database, TimeProvider clock, HttpContext http) =>
        Draft(street, asked.Unit, ReportPeriod.Week(asked.Week), caller, query, register, database, http, facts => facts.Weekly, clock,
            format, $"创卫工作周报-{asked.Week:yyyy-MM-dd}.docx");

    private static Task<IResult> HalfYear(
        string street, [AsParameters] HalfYearAsked asked, ReportFormat? format, Caller caller, ReportFactsQuery query, Register register,
        NpgsqlDataSource database, TimeProvider clock, HttpContext http) =>
        Draft(street, asked.Unit, ReportPeriod.HalfYear(asked.Year, asked.Half), caller, query, register, database, http, facts => facts.HalfYear, clock,
            format, $"创卫工作小结-{asked.Year}-{asked.Half}.docx");

    private static async Task<IResult> Draft(
        string street, string? unit, ReportPeriod period, Caller caller, ReportFactsQuery query, Register register, NpgsqlDataSource database,
        HttpContext http, Func<ReportDraft, Func<DateOnly, ReportDocument>> draft, TimeProvider clock, ReportFormat? format, string fileName)
    {
        if (caller.HeldToUnits is { } own && !own.Contains(unit, StringComparer.Ordinal)) return Problems.Of(AssignmentRules.NotYourUnit);
        var units = (await register.Units(street, http.RequestAborted)).ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        if (unit is not null && !units.ContainsKey(unit)) return Problems.Of(OrganisationRules.UnitNotFound);
        var facts = await query.Of(
            street, await NameOf(street, database, http.RequestAborted), unit is null ? null : new(unit, units[unit]), period, http.RequestAborted);
        var document = draft(new ReportDraft(facts, code => units.GetValueOrDefault(code, code)))(ChinaTime.DateOf(clock.GetUtcNow()));
        return (format ?? Wanted(http)) is ReportFormat.Docx
            ? Downloads.Docx(fileName, document.ToOfficial())
            : TypedResults.Ok(new Report(facts, document));
    }

    private static ReportFormat Wanted(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains(Downloads.DocxType, StringComparison.OrdinalIgnoreCase) ? ReportFormat.Docx : ReportFormat.Json;

    private static async Task<string> NameOf(string street, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            "SELECT name FROM streets WHERE code = @street", new { street }, cancellationToken: cancellation)) ?? street;
    }
}

/// <param name="Week">Its Monday.</param>
/// <param name="Unit">Of this unit only; the whole street when left out.</param>
internal sealed record WeekAsked(DateOnly Week, string? Unit)
{
    internal sealed class Validator : AbstractValidator<WeekAsked>
    {
        public Validator() => RuleFor(x => x.Week).Must(day => day.DayOfWeek is DayOfWeek.Monday)
            .WithErrorCode("week-not-monday").WithMessage("请以星期一的日期表示一周。")
            .InclusiveBetween(ReportYears.First, ReportYears.Last);
    }
}

/// <param name="Half">1 or 2.</param>
internal sealed record HalfYearAsked(int Year, int Half, string? Unit)
{
    internal sealed class Validator : AbstractValidator<HalfYearAsked>
    {
        public Validator()
        {
            RuleFor(x => x.Year).InclusiveBetween(ReportYears.First.Year, ReportYears.Last.Year);
            RuleFor(x => x.Half).InclusiveBetween(1, 2);
        }
    }
}

internal static class ReportYears
{
    public static readonly DateOnly First = new(2000, 1, 1);
    public static readonly DateOnly Last = new(2100, 12, 31);
}
