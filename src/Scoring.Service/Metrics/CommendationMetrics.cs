using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Metrics;

/// <summary>
/// What a month tells about commendations: all of them, and those of each level. One counts once, in the month of its date.
/// </summary>
internal static class CommendationMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        Of("commendation", HonourWords.Of(level: null), _ => true),
        Of("cityCommendation", CommendationLevel.City),
        Of("districtCommendation", CommendationLevel.District),
        Of("streetCommendation", CommendationLevel.Street),
    ];

    private static Metric Of(string code, CommendationLevel level) => Of(code, HonourWords.Of(level), c => c.Level == level);

    private static Metric Of(string code, string name, Func<Commendation, bool> counts) => new(code, name, MetricShape.Events, (month, _) =>
        from c in month.Commendations
        where counts(c)
        select new Occurrence(
            c.Subject, ChinaTime.StartOf(c.Date), c.EventId, c.StreamId, null,
            $"{Wording.Day(c.Date)}受{HonourWords.Of(c.Level)}：{c.Reason}"));
}
