using Campaign.Tasks.DueDates;
using Campaign.Tasks.Indicators;

namespace Campaign.Tasks.Specs;

/// <summary>Indicators of every form, and figures that pass them, fail them or are not there.</summary>
internal static class IndicatorStory
{
    public const int Year = 2024;

    public static IndicatorStandard National { get; } = ShippedStandards.All[ShippedStandards.National2021];

    public static Indicator Of(Target target, string unit = "%") => new(1, "章", "指标", unit, target);

    public static Target Fixed(Comparison op, decimal value) => new(TargetForm.Fixed, op, value);

    public static Measurement[] Series(params (int Year, decimal Value)[] values) =>
        [.. values.Select(v => new Measurement(v.Year, Value: v.Value))];

    /// <summary>Figures that just attain, for every part.</summary>
    public static List<Measurement> Passing(Indicator indicator) => EachPart(indicator, part => indicator.Target switch
    {
        { Form: TargetForm.Fixed or TargetForm.FixedOrTrend, Op: { } op, Value: { } bound } => [new(Year, part, Just(op, bound))],
        { Form: TargetForm.Trend, Direction: { } better } => Back(4, part, n => better is Direction.Up ? -n : n),
        { Form: TargetForm.NotAboveOwnMean } => Back(6, part, _ => 10),
        { Form: TargetForm.AtLeastPlanInput } => [new(Year, part, 7.5m, Planned: 7.5m)],
        { Form: TargetForm.GradeAtLeast, Grade: { } least } => [new(Year, part, Grade: least)],
        { Form: TargetForm.Boolean, Yes: { } wanted } => [new(Year, part, Yes: wanted)],
        { Form: TargetForm.Norm } => [new(Year, part, Limit(indicator, part))],
        _ => throw new NotSupportedException($"{indicator.No} has a form nobody knows"),
    });

    /// <summary>Figures that just do not.</summary>
    public static List<Measurement> Failing(Indicator indicator) => EachPart(indicator, part => indicator.Target switch
    {
        { Form: TargetForm.Fixed, Op: { } op, Value: { } bound } => [new(Year, part, Beyond(op, bound))],
        { Form: TargetForm.FixedOrTrend, Op: { } op, Value: { } bound } => Back(4, part, _ => Beyond(op, bound)),
        { Form: TargetForm.Trend } => Back(4, part, _ => 10),
        { Form: TargetForm.NotAboveOwnMean } => Back(6, part, n => n == 0 ? 10.01m : 10),
        { Form: TargetForm.AtLeastPlanInput } => [new(Year, part, 7.49m, Planned: 7.5m)],
        { Form: TargetForm.GradeAtLeast, Grades: { } grades } => [new(Year, part, Grade: grades[^1])],
        { Form: TargetForm.Boolean, Yes: { } wanted } => [new(Year, part, Yes: !wanted)],
        { Form: TargetForm.Norm } => [new(Year, part, Limit(indicator, part) + 0.1m)],
        _ => throw new NotSupportedException($"{indicator.No} has a form nobody knows"),
    });

    /// <summary>A figure for the year and for each of some before it, by how long ago it was.</summary>
    private static Measurement[] Back(int years, string? part, Func<int, decimal> value) =>
        [.. Enumerable.Range(0, years).Select(ago => new Measurement(Year - ago, part, value(ago)))];

    private static List<Measurement> EachPart(Indicator indicator, Func<string?, Measurement[]> of) =>
        [.. (indicator.Parts ?? [null!]).SelectMany(of)];

    private static decimal Limit(Indicator indicator, string? part) => indicator.Target.Limits!.Single(limit => limit.Part == part).Value;

    private static decimal Just(Comparison op, decimal bound) => op switch
    {
        Comparison.MoreThan => bound + 0.01m,
        Comparison.LessThan => bound - 0.01m,
        _ => bound,
    };

    private static decimal Beyond(Comparison op, decimal bound) => op switch
    {
        Comparison.AtLeast or Comparison.Exactly => bound - 0.01m,
        Comparison.AtMost => bound + 0.01m,
        _ => bound,
    };
}
