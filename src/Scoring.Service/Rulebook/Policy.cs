using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Rulebook;

/// <summary>考评办法: how a street counts, as one document.</summary>
/// <param name="DailyWeight">Weight of the month scores in the year total; with <paramref name="EvaluationWeight"/> 1.</param>
/// <param name="Adjustments">Points beside the items for each occurrence of a kind, capped by the month.</param>
/// <param name="Items">What a month score is made of; without any, the mean of the inspections.</param>
/// <param name="FullMarks">What the weights of the items add up to, by month; without any, 100 in every month.</param>
/// <param name="Grades">优, 良, 差 where the street grades its weeks.</param>
/// <param name="AnnounceSanctions">问责 and 通报批评 of the month are listed in its bulletin.</param>
internal record Policy(
    decimal DailyWeight, decimal EvaluationWeight, IReadOnlyList<Adjustment> Adjustments, string? Name = null,
    IReadOnlyList<Item>? Items = null, IReadOnlyList<FullMarks>? FullMarks = null, Grading? Grades = null,
    bool? AnnounceSanctions = null)
{
    /// <summary>By content, to the value of every number.</summary>
    public bool SameAs(Policy other) => StoredJson.Same(this, other);
}

/// <param name="Kind">Code of the metric that is counted; <c>GET policies/vocabulary</c> lists them.</param>
/// <param name="Points">For each occurrence; negative takes away.</param>
/// <param name="CapPerMonth">At most so many points a month, either way.</param>
internal sealed record Adjustment(string Kind, decimal Points, decimal CapPerMonth);

/// <summary>满分: April 100 points, the other months 94. The score is scaled to percent.</summary>
/// <param name="Months">1 to 12; absent: all.</param>
internal sealed record FullMarks(decimal Points, IReadOnlyList<int>? Months = null);

/// <summary>周评 → 月评 → 总评.</summary>
/// <param name="Bands">Each from its lower bound up to the next.</param>
/// <param name="MonthBy">How a month's grade comes from those of its weeks.</param>
/// <param name="TotalBy">How the total grade comes from those of the months.</param>
internal sealed record Grading(IReadOnlyList<GradeBand> Bands, GradeBy MonthBy = GradeBy.Mean, GradeBy TotalBy = GradeBy.Mean);

internal sealed record GradeBand(string Name, decimal From);
