using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Metrics;

/// <summary>All that a policy can count. A new metric is a new entry.</summary>
internal static class MetricCatalogue
{
    public const string Inspection = "inspection";
    public const string Manual = "manual";

    public static readonly IReadOnlyList<Metric> All =
    [
        new(Inspection, "检查得分", MetricShape.Scores, (month, _) =>
            from inspection in month.Inspections.SelectMany(ofSubject => ofSubject)
            where inspection.Score is not null
            select new Occurrence(
                inspection.Subject, ChinaTime.StartOf(inspection.Date), inspection.EventId, inspection.Id, null,
                $"{Wording.Day(inspection.Date)}{inspection.Kind}得分 {inspection.Score:F2}", inspection.Score!.Value)),
        .. CommendationMetrics.All,
        new("overdueAssignment", "超期任务", MetricShape.Events, (month, _) =>
            from missed in month.OverdueAssignments
            select new Occurrence(
                missed.Unit, missed.Due, missed.EventId, missed.AssignmentId, null,
                $"任务“{missed.Title}”{Wording.Due(missed.Due)}到期未完成")
            {
                IsDeadline = true,
            }),
        new(Manual, "人工登记", MetricShape.Entries, (month, item) =>
            from entry in month.ManualEntries[item.Id]
            select new Occurrence(
                entry.Subject, ChinaTime.StartOf(entry.Date), entry.EventId, entry.StreamId, null,
                $"{Wording.Day(entry.Date)}{entry.Reason}", entry.Value)),
        new("coverage", "检查覆盖率", MetricShape.Share, CoverageMetric.Weeks),
        .. FindingMetrics.All,
    ];

    private static readonly Dictionary<string, Metric> ByCode = All.ToDictionary(m => m.Code, StringComparer.Ordinal);

    public static Metric? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    public static string NameOf(string code) => Find(code)?.Name ?? code;
}
