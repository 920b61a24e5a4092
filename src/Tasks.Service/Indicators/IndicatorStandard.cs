using System.Text.Json.Serialization;
using Campaign.EventStore;

namespace Campaign.Tasks.Indicators;

/// <summary>A list of indicators (数据评价指标) as a whole; its version is its address.</summary>
/// <param name="From">First year it is in force; null where it applies only to values that name it.</param>
internal sealed record IndicatorStandard(string Title, string? Source, int? From, string? Note, IReadOnlyList<Indicator> Indicators)
{
    public Indicator? Find(int no) => Indicators.FirstOrDefault(indicator => indicator.No == no);

    public bool SameAs(IndicatorStandard other) => StoredJson.Same(this, other);
}

/// <param name="Parts">Fields that are reported one by one and must all attain; none for an indicator of one figure.</param>
/// <param name="PerStreet">以街道为单位: of a district every street must attain.</param>
/// <param name="Confidence">How sure it is that the target reads so.</param>
internal sealed record Indicator(
    int No, string Chapter, string Name, string Unit, Target Target,
    IReadOnlyList<string>? Parts = null, bool PerStreet = false, Confidence? Confidence = null, string? Note = null)
{
    /// <summary>No indicator counts below nothing, and no share is more than the whole.</summary>
    public bool MayBe(decimal figure) => figure >= 0 && figure <= Unit.Trim() switch
    {
        "%" or "％" => 100,
        "‰" => 1000,
        _ => decimal.MaxValue,
    };

    /// <summary>Under another version the same number may stand for something else.</summary>
    public bool IsSameMeasureAs(Indicator other) => No == other.No && Name == other.Name && Unit == other.Unit;
}

/// <summary>What an indicator has to reach. Each form has its own fields; the others stay empty.</summary>
/// <param name="Years">Trend: in how many years it must have become better each time; own mean: how many years it is taken of.</param>
/// <param name="Grades">Best first.</param>
/// <param name="Yes">The answer that attains.</param>
/// <param name="Basis">The plan or norm that sets the target elsewhere.</param>
/// <param name="Limits">Of the norm, part by part; a part without one cannot be judged.</param>
internal sealed record Target(
    TargetForm Form, Comparison? Op = null, decimal? Value = null, Direction? Direction = null, int? Years = null,
    string? Grade = null, IReadOnlyList<string>? Grades = null, bool? Yes = null, string? Basis = null,
    IReadOnlyList<PartLimit>? Limits = null);

/// <summary>Highest value that a part may have.</summary>
internal sealed record PartLimit(string? Part, decimal Value);

internal enum TargetForm
{
    Fixed,

    /// <summary>The threshold, or better every year.</summary>
    FixedOrTrend,

    /// <summary>Better every year; no change is not.</summary>
    Trend,

    NotAboveOwnMean,

    /// <summary>At least what a plan says, which is reported too.</summary>
    AtLeastPlanInput,

    GradeAtLeast,
    Boolean,
    Norm,
}

internal enum Comparison
{
    [JsonStringEnumMemberName(">=")] AtLeast,
    [JsonStringEnumMemberName(">")] MoreThan,
    [JsonStringEnumMemberName("<=")] AtMost,
    [JsonStringEnumMemberName("<")] LessThan,
    [JsonStringEnumMemberName("=")] Exactly,
}

/// <summary>Where better is.</summary>
internal enum Direction { Up, Down }

internal enum Confidence { High, Medium, Low }

internal static class Comparisons
{
    public static bool Holds(this Comparison op, decimal value, decimal bound) => op switch
    {
        Comparison.AtLeast => value >= bound,
        Comparison.MoreThan => value > bound,
        Comparison.AtMost => value <= bound,
        Comparison.LessThan => value < bound,
        Comparison.Exactly => value == bound,
    };

    public static string Sign(this Comparison op) => op switch
    {
        Comparison.AtLeast => "≥",
        Comparison.MoreThan => ">",
        Comparison.AtMost => "≤",
        Comparison.LessThan => "<",
        Comparison.Exactly => "=",
    };

    public static Direction Better(this Comparison op) => op is Comparison.AtMost or Comparison.LessThan ? Direction.Down : Direction.Up;
}
