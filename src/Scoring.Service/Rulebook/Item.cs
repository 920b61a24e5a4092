using System.Text.Json.Serialization;

namespace Campaign.Scoring.Rulebook;

/// <summary>
/// 考评项目: a metric and the rule that makes points of it. Which fields a rule reads is told by its
/// primitive.
/// </summary>
/// <param name="Rule">Code of a primitive: <c>mean</c>, <c>ratio</c>, <c>perOccurrence</c> …</param>
/// <param name="Metric">What is measured: a code of a metric.</param>
/// <param name="Weight">Its share of the full marks. Without one it only adds to or takes from the percentage.</param>
/// <param name="Points">For each occurrence, each full step, each one missing; negative takes away.</param>
/// <param name="Cap">At most so many points a month, either way; absent: the weight.</param>
/// <param name="Every">The size of a full step, hours of a duration, or so many km² or people.</param>
/// <param name="Basis">Normalised by <c>area</c> or <c>population</c>.</param>
/// <param name="Target">What is 100 % of the milestones.</param>
/// <param name="Months">1 to 12; absent: all.</param>
/// <param name="AtMostItem">Takes away no more than that item does.</param>
internal sealed record Item(
    string Id, string Name, string Rule, string Metric, decimal Weight = 0, decimal? Points = null, decimal? Cap = null,
    decimal? Every = null, string? Basis = null, decimal? Target = null, IReadOnlyList<Band>? Bands = null,
    IReadOnlyList<Milestone>? Milestones = null, IReadOnlyList<Quota>? Quotas = null, IReadOnlyList<int>? Months = null,
    string? AtMostItem = null)
{
    /// <summary>What it starts from: deductions are taken from the full marks, everything else is earned from nothing.</summary>
    [JsonIgnore]
    public decimal Start => Points < 0 ? Weight : 0;

    /// <summary>At most so many points, either way.</summary>
    [JsonIgnore]
    public decimal Limit => Cap ?? Weight;

    public bool AppliesIn(int month) => Months is null || Months.Contains(month);
}

/// <param name="From">From this value on; absent: from the lowest.</param>
/// <param name="To">Below this value; absent: to the highest.</param>
internal sealed record Band(decimal Points, decimal? From = null, decimal? To = null)
{
    public bool Contains(decimal value) => (From is null || From <= value) && (To is null || value < To);
}

/// <summary>半月过半: by the end of that day, so many percent of the target.</summary>
/// <param name="Day">Of the month; a day it does not have is its last.</param>
internal sealed record Milestone(int Day, decimal Percent, decimal Points);

/// <summary>How many a unit of a class is asked for in a month.</summary>
internal sealed record Quota(string Class, decimal Count);
