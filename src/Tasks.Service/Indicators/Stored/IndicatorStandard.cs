using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Indicators.Stored;

/// <summary><see cref="Indicators.IndicatorStandard"/> as events keep it, with all that it is made of.</summary>
internal sealed record IndicatorStandard(string Title, string? Source, int? From, string? Note, IReadOnlyList<Indicator> Indicators)
{
    public static IndicatorStandard Of(Indicators.IndicatorStandard standard) => new(
        standard.Title, standard.Source, standard.From, standard.Note, [.. standard.Indicators.Select(Indicator.Of)]);

    public Indicators.IndicatorStandard ToIndicatorStandard() => new(
        Title, Source, From, Note, [.. Indicators.Select(indicator => indicator.ToIndicator())]);
}

internal sealed record Indicator(
    int No, string Chapter, string Name, string Unit, Target Target, IReadOnlyList<string>? Parts = null, bool PerStreet = false,
    Confidence? Confidence = null, string? Note = null)
{
    public static Indicator Of(Indicators.Indicator indicator) => new(
        indicator.No, indicator.Chapter, indicator.Name, indicator.Unit, Target.Of(indicator.Target), indicator.Parts, indicator.PerStreet,
        indicator.Confidence, indicator.Note);

    public Indicators.Indicator ToIndicator() => new(No, Chapter, Name, Unit, Target.ToTarget(), Parts, PerStreet, Confidence, Note);
}

internal sealed record Target(
    TargetForm Form, Comparison? Op = null, decimal? Value = null, Direction? Direction = null, int? Years = null, string? Grade = null,
    IReadOnlyList<string>? Grades = null, bool? Yes = null, string? Basis = null, IReadOnlyList<PartLimit>? Limits = null)
{
    public static Target Of(Indicators.Target target) => new(
        target.Form, target.Op, target.Value, target.Direction, target.Years, target.Grade, target.Grades, target.Yes, target.Basis,
        target.Limits is null ? null : [.. target.Limits.Select(PartLimit.Of)]);

    public Indicators.Target ToTarget() => new(
        Form, Op, Value, Direction, Years, Grade, Grades, Yes, Basis,
        Limits is null ? null : [.. Limits.Select(limit => limit.ToPartLimit())]);
}

internal sealed record PartLimit(string? Part, decimal Value)
{
    public static PartLimit Of(Indicators.PartLimit limit) => new(limit.Part, limit.Value);

    public Indicators.PartLimit ToPartLimit() => new(Part, Value);
}
