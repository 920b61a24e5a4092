using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Findings;

/// <summary>
/// A finding and what it is judged by in a month: its last deadline in it, once that has passed. A deadline that a later round
/// sets in another month changes nothing here, or a relapse would undo what was announced.
/// </summary>
/// <param name="Reworked">Rejected at least once.</param>
internal sealed record DueFinding(FindingHistory Finding, Deadline Deadline, bool Reworked)
{
    public static DueFinding? Of(FindingHistory finding, Month month, DateTimeOffset asOf, MonthEdition edition) => edition switch
    {
        MonthEdition.First => AsAllIsKnown(finding, month, asOf),
        MonthEdition.Current => AsItWas(finding, month, asOf < month.End ? asOf : month.End),
    };

    private static DueFinding? AsItWas(FindingHistory finding, Month month, DateTimeOffset until) =>
        finding.DeadlinesAsOf(until).LastOrDefault(d => month.ContainsDeadline(d.Due) && d.Due <= until) is { } deadline
            ? new(finding, deadline, finding.Rejections.Any(f => f.Round == deadline.Fact.Round && f.At <= until))
            : null;

    private static DueFinding? AsAllIsKnown(FindingHistory finding, Month month, DateTimeOffset asOf) =>
        finding.Deadlines.LastOrDefault(d => month.Contains(d.Due) && d.Due <= asOf) is { } deadline
            ? new(finding, deadline, finding.Rejections.Any())
            : null;
}
