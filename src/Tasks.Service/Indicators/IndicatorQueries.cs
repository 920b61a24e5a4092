using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Web;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Tasks.Indicators;

/// <summary>指标达标情况 of a year: <c>Attained</c> of <c>Total</c> (n/56); the three counts are those of the rows.</summary>
internal sealed record IndicatorAttainment(
    int Year, string Version, int Total, int Attained, int NotAttained, int InsufficientData, IReadOnlyList<IndicatorRow> Indicators);

/// <param name="Confidence">How sure it is that the target reads so.</param>
/// <param name="ResultName">达标, 未达标 or 数据不足.</param>
/// <param name="Values">By year, oldest first; for the district, of an indicator 以街道为单位, those of all streets.</param>
internal sealed record IndicatorRow(
    int No, string Chapter, string Name, string Unit, Target Target, IReadOnlyList<string> Parts, bool PerStreet, Confidence? Confidence,
    Attainment Result, string ResultName, string Reason, IReadOnlyList<ValueRow> Values)
{
    public static IndicatorRow Of(JudgedIndicator judged) => new(
        judged.Indicator.No, judged.Indicator.Chapter, judged.Indicator.Name, judged.Indicator.Unit, judged.Indicator.Target,
        judged.Indicator.Parts ?? [], judged.Indicator.PerStreet, judged.Indicator.Confidence,
        judged.Judgement.Result, judged.Judgement.Result.Chinese(), judged.Judgement.Reason, [.. judged.Values.Select(ValueRow.Of)]);
}

/// <param name="Street">Whose figure it is, where it is a street's.</param>
/// <param name="Version">Of the standard it was reported under.</param>
internal sealed record ValueRow(
    string? Street, string Version, int Year, string? Part, decimal? Value, string? Grade, bool? Yes, decimal? Planned,
    IReadOnlyList<string> Evidence, string? Source, DateTimeOffset ReportedAt)
{
    public static ValueRow Of(ReportedValue value) => new(
        value.Street == Owner.District
            ? null
            : value.Street, value.Standard, value.Year, value.Measurement.Part, value.Value, value.Grade, value.Yes,
        value.Planned, value.Evidence, value.Source, value.ReportedAt);
}

/// <summary>A step in the life of a value: reported (again), or withdrawn with a reason.</summary>
internal sealed record ValueHistory(ValueReport? Reported, ValueWithdrawal? Withdrawn, string? User, DateTimeOffset RecordedAt)
{
    public static ValueHistory Of(RecordedEvent step) => new(
        step.Data is IndicatorValueReported reported ? ValueReport.Of(reported) : null,
        step.Data is IndicatorValueWithdrawn withdrawn ? ValueWithdrawal.Of(withdrawn) : null, step.Metadata.User, step.RecordedAt);
}

internal sealed record ValueReport(
    string Standard, int No, string? Unit, int Year, string? Part, decimal? Value, string? Grade, bool? Yes, decimal? Planned,
    IReadOnlyList<string> Evidence, string? Source, DateTimeOffset At)
{
    public Measurement Measurement => new(Year, Part, Value, Grade, Yes, Planned);

    public static ValueReport Of(IndicatorValueReported e) =>
        new(e.Standard, e.No, e.Unit, e.Year, e.Part, e.Value, e.Grade, e.Yes, e.Planned, e.Evidence, e.Source, e.At);
}

internal sealed record ValueWithdrawal(string Standard, int No, string? Unit, int Year, string? Part, string Reason, DateTimeOffset At)
{
    public static ValueWithdrawal Of(IndicatorValueWithdrawn e) => new(e.Standard, e.No, e.Unit, e.Year, e.Part, e.Reason, e.At);
}

internal static class IndicatorQueries
{
    public static void Map(RouteGroupBuilder indicators, Role[] readers)
    {
        indicators.MapGet("/", List).Allow(readers).WithSummary("指标达标情况").Produces<IndicatorAttainment>();
        indicators.MapGet("/{no:int}", One).Allow(readers).WithSummary("一项指标").Produces<IndicatorRow>();
        indicators.MapGet("/{no:int}/history", History).Allow(readers).WithSummary("一项指标的填报经过").Produces<IReadOnlyList<ValueHistory>>();
    }

    private static async Task<IResult> List(
        [AsParameters] IndicatorFilter filter, Attainment? result, HttpContext http, Standards standards, IndicatorTargets targets,
        TimeProvider clock)
    {
        var (owner, cancellation) = (Owner.Of(http), http.RequestAborted);
        var year = filter.Year ?? ChinaTime.DateOf(clock.GetUtcNow()).Year;
        var code = filter.Version ?? await standards.InForce(year, cancellation);
        var (standard, _) = await standards.Find(owner, code, cancellation);
        if (standard is null) return Problems.Of(IndicatorRules.StandardUnknown);
        var rows = (await targets.Judge(owner, code, standard, year, filter.Unit, cancellation)).Select(IndicatorRow.Of).ToList();
        return TypedResults.Ok(new IndicatorAttainment(
            year, code, rows.Count,
            Count(Attainment.Attained), Count(Attainment.NotAttained), Count(Attainment.InsufficientData),
            [.. rows.Where(row => result is null || row.Result == result)]));

        int Count(Attainment counted) => rows.Count(row => row.Result == counted);
    }

    private static async Task<IResult> One(
        int no, [AsParameters] IndicatorFilter filter, HttpContext http, IndicatorTargets targets, TimeProvider clock)
    {
        var year = filter.Year ?? ChinaTime.DateOf(clock.GetUtcNow()).Year;
        var judged = await targets.Judge(Owner.Of(http), no, year, http.RequestAborted, filter.Unit, filter.Version);
        return judged is null ? Problems.Of(IndicatorRules.IndicatorUnknown) : TypedResults.Ok(IndicatorRow.Of(judged));
    }

    private static async Task<IResult> History(
        int no, [AsParameters] IndicatorFilter filter, HttpContext http, Standards standards, IEventStore store, TimeProvider clock)
    {
        var code = filter.Version ?? await standards.InForce(filter.Year ?? ChinaTime.DateOf(clock.GetUtcNow()).Year, http.RequestAborted);
        var recorded = await store.Read(IndicatorValues.Stream(Owner.Of(http), code, no, filter.Unit), http.RequestAborted);
        return TypedResults.Ok(recorded.Select(ValueHistory.Of)
            .Where(step => filter.Year is null || filter.Year == (step.Reported?.Year ?? step.Withdrawn?.Year)));
    }
}

/// <param name="Year">This year unless given.</param>
/// <param name="Unit">Judge this unit by its own figures.</param>
/// <param name="Version">Of the standard; the one in force in that year unless given.</param>
internal sealed record IndicatorFilter([FromQuery] int? Year, [FromQuery] string? Unit, [FromQuery] string? Version);
