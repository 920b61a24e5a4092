using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Metrics;

/// <summary>The weeks in which a subject was to be inspected; a hit is one in which it was.</summary>
internal static class CoverageMetric
{
    public static IEnumerable<Occurrence> Weeks(MonthView month, Item item) =>
        from subject in month.Subjects
        from week in Coverage.Weeks(month, subject)
        select new Occurrence(
            subject.Code, ChinaTime.StartOf(week.Monday), week.Inspection?.EventId, week.Inspection?.Id, null,
            week.Inspection is null ? $"{Wording.Day(week.Monday)}起的一周没有检查" : $"{Wording.Day(week.Monday)}起的一周有检查",
            Hit: week.Inspection is not null);
}
