namespace Campaign.Tasks.Progress;

/// <param name="Unit">The unit that did it.</param>
/// <param name="Measure">块, 车, 份 …</param>
internal sealed record WorkTotal(string Unit, string Item, string Measure, decimal Amount);

/// <summary>
/// How quantities add up: by unit, item and measure, over the reports that no other corrects. In whatever order they come.
/// </summary>
internal static class WorkTotals
{
    public static IReadOnlyList<WorkTotal> Of(IReadOnlyCollection<ProgressReport> reports)
    {
        var corrected = reports.Select(report => report.Replaces).OfType<Guid>().ToHashSet();
        return
        [
            .. reports.Where(report => !corrected.Contains(report.Report))
                .SelectMany(
                    report => report.Quantities,
                    (report, quantity) => (report.Unit, quantity.Item, Measure: quantity.Unit, quantity.Amount))
                .GroupBy(work => (work.Unit, work.Item, work.Measure), work => work.Amount)
                .OrderBy(work => work.Key)
                .Select(work => new WorkTotal(work.Key.Unit, work.Key.Item, work.Key.Measure, work.Sum())),
        ];
    }
}
