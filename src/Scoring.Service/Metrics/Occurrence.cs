using Campaign.Scoring.Findings;
using Campaign.Web;

namespace Campaign.Scoring.Metrics;

/// <summary>One thing that is measured of a subject.</summary>
/// <param name="EventId">The event that told it; none for what did not happen.</param>
/// <param name="Text">What it was, as the beginning of a sentence.</param>
/// <param name="Amount">One, unless it is a score, an amount or hours.</param>
/// <param name="Hit">Of a share: whether it is in the numerator.</param>
internal sealed record Occurrence(
    string Subject, DateTimeOffset At, Guid? EventId, Guid? SourceStream, string? CaseNumber, string Text, decimal Amount = 1,
    bool Hit = false)
{
    /// <summary>It happened by not happening: <see cref="At"/> is the deadline that passed.</summary>
    public bool IsDeadline { get; init; }

    public DateOnly Day => IsDeadline ? ChinaTime.DeadlineDay(At) : ChinaTime.DateOf(At);

    public static Occurrence Of(FindingFact fact, string unit, DateTimeOffset at, string text) =>
        new(unit, at, fact.EventId, fact.FindingId, fact.CaseNumber, text);
}
