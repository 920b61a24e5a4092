using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Indicators;

/// <summary>填报: a figure of a year, with its evidence; the same again yields nothing, another one corrects it.</summary>
internal sealed record ReportIndicatorValue(string Owner, Indicator Indicator, IndicatorValueReported Value, Caller By)
{
    public Decision Decide(IndicatorValues values) => Refusal() is { } refusal ? refusal
        : values.Standing.GetValueOrDefault((Value.Year, Value.Part)) is { } known && Value.SameAs(known) ? Decision.Nothing
        : Decision.Of(Value);

    private Refusal? Refusal() => Indicator switch
    {
        _ when By.HeldToUnits is not null && (Value.Unit is null || !By.ActsFor(Value.Unit)) => IndicatorRules.UnitNotYours,
        { PerStreet: true } when Owner == Indicators.Owner.District => IndicatorRules.ByStreets,
        _ => Impossible(Indicator, Value),
    };

    /// <summary>What no such indicator can have, whoever says so.</summary>
    public static Refusal? Impossible(Indicator indicator, IndicatorValueReported value) => indicator switch
    {
        _ when value.Year < DateBounds.FirstYear || value.Year > ChinaTime.DateOf(value.At).Year => IndicatorRules.YearOutOfRange,
        { Parts.Count: > 0 } when value.Part is null => IndicatorRules.PartMissing,
        { Parts: var parts } when value.Part is { } part && parts?.Contains(part, StringComparer.Ordinal) != true =>
            IndicatorRules.PartUnknown,
        _ => Unfit(indicator, value) ?? OutOfRange(indicator, value),
    };

    private static Refusal? OutOfRange(Indicator indicator, IndicatorValueReported value) => value switch
    {
        { Value: { } figure } when !indicator.MayBe(figure) => IndicatorRules.ValueOutOfRange,
        { Planned: { } figure } when !indicator.MayBe(figure) => IndicatorRules.ValueOutOfRange with { Pointer = "/planned" },
        _ => null,
    };

    private static Refusal? Unfit(Indicator indicator, IndicatorValueReported value) => (indicator.Target, value) switch
    {
        ({ Form: TargetForm.GradeAtLeast, Grades: var grades }, { Value: null, Yes: null, Planned: null }) =>
            grades?.Contains(value.Grade, StringComparer.Ordinal) == true ? null : IndicatorRules.GradeUnknown,
        ({ Form: TargetForm.Boolean }, { Value: null, Grade: null, Planned: null }) =>
            value.Yes is null ? IndicatorRules.AnswerMissing : null,
        ({ Form: TargetForm.GradeAtLeast or TargetForm.Boolean }, _) => IndicatorRules.ValueUnfit,
        (_, { Grade: null, Yes: null }) when value.Planned is null || indicator.Target.Form is TargetForm.AtLeastPlanInput =>
            value.Value is null && value.Planned is null ? IndicatorRules.ValueMissing : null,
        _ => IndicatorRules.ValueUnfit,
    };
}

internal static class ReportIndicatorValueEndpoint
{
    public static void Map(RouteGroupBuilder values, Role[] writers) => values
        .MapPut("/{year:int}/{no:int}", Handle).Allow(writers).WithSummary("填报指标数值").Produces<VersionedResult>()
        .WithExample(
            """
            { "value": 38.5, "evidence": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"], "source": "园林部门统计年报" }
            """);

    private static async Task<IResult> Handle(
        int year, int no, ValueEntry body, HttpContext http, Caller caller, Commands commands, Standards standards,
        OrganisationLookup register)
    {
        var owner = Owner.Of(http);
        var code = body.Version ?? await standards.InForce(year, commands.Cancellation);
        var (standard, _) = await standards.Find(owner, code, commands.Cancellation);
        if (standard is null) return Problems.Of(IndicatorRules.StandardUnknown);
        if (standard.Find(no) is not { } indicator) return Problems.Of(IndicatorRules.IndicatorUnknown);
        if (body.Unit is { } unit && !await register.KnowsUnit(owner, unit, commands.Cancellation))
            return Problems.Of(OrganisationRules.UnitUnknown);

        var value = new IndicatorValueReported(
            code, no, body.Unit, year, body.Part, body.Value, body.Grade, body.Yes, body.Planned, body.Evidence ?? [],
            body.Source, commands.Now);
        return await commands.Run(
            IndicatorValues.Stream(owner, code, no, body.Unit), new ReportIndicatorValue(owner, indicator, value, caller).Decide);
    }
}

/// <param name="Version">Of the standard; the one in force in that year unless given.</param>
/// <param name="Unit">Code of the unit whose own figure it is; without one it is the street's, or the district's.</param>
/// <param name="Value">In the unit of measurement of the indicator.</param>
/// <param name="Evidence">SHA-256 of each document's content, in lower-case hex.</param>
internal sealed record ValueEntry(
    string? Version, string? Part, string? Unit, decimal? Value, string? Grade, bool? Yes, decimal? Planned,
    IReadOnlyList<string>? Evidence, string? Source)
{
    internal sealed class Validator : AbstractValidator<ValueEntry>
    {
        private const int MaxEvidence = 50;
        private const int Digits = 18;
        private const int Decimals = 6;

        public Validator()
        {
            RuleFor(x => x.Version).MaximumLength(30);
            RuleFor(x => x.Part).MaximumLength(50);
            RuleFor(x => x.Unit).MaximumLength(50);
            RuleFor(x => x.Value).PrecisionScale(Digits, Decimals, ignoreTrailingZeros: true);
            RuleFor(x => x.Planned).PrecisionScale(Digits, Decimals, ignoreTrailingZeros: true);
            RuleFor(x => x.Grade).MaximumLength(10);
            RuleFor(x => x.Source).MaximumLength(200);
            RuleFor(x => x.Evidence).AtMost(MaxEvidence);
            RuleForEach(x => x.Evidence).IsContentId();
        }
    }
}

internal static class EvidenceRules
{
    public static IRuleBuilderOptions<T, string> IsContentId<T>(this IRuleBuilderInitialCollection<T, string> evidence) => evidence
        .NotNull().Matches("^[0-9a-f]{64}$").WithErrorCode("evidence-id-invalid").WithMessage("佐证材料编号须为内容的 SHA-256（64 位小写十六进制）。");
}
