using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Specs.Scorecards;

/// <summary>A month scored by one item, beside a mean of inspections that is always 100.</summary>
internal static class ItemStory
{
    private static readonly Item Rest = new("rest", "检查", "mean", "inspection", 100);

    /// <summary>A street in which everybody was inspected once and found without fault.</summary>
    public static MonthStory Faultless(params string[] subjects) =>
        subjects.Aggregate(MonthStory.Of(subjects), (story, subject) => story.Inspected(subject, 2, 100));

    public static Policy PolicyOf(params Item[] items) =>
        new(1, 0, [], Items: [Rest with { Weight = 100 - items.Sum(i => i.Weight) }, .. items]);

    /// <summary>The points of an item and its lines.</summary>
    public static IReadOnlyList<ScoreLine> Lines(this MonthStory story, string subject, params Item[] items) =>
        [.. story.Card(subject, policy: PolicyOf(items)).Lines.Where(l => l.Item is not null and not "rest")];

    public static decimal[] Points(this IEnumerable<ScoreLine> lines) => [.. lines.Select(l => l.Points)];
}
