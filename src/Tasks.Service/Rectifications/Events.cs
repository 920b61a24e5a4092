using Campaign.Tasks.Assignments;
using Campaign.Tasks.Responsibility;

namespace Campaign.Tasks.Rectifications;

// What the stream of a rectification holds beside the events of every assignment. The facts of its finding are written
// down as they arrive, each with the finding's version; FollowedFact says what they mean in whatever order.

internal interface IRectificationEvent : IFacetEvent
{
    Assignment IFacetEvent.ApplyTo(Assignment assignment) => Rectification.Evolve(assignment, this);
}

/// <summary>What became of the finding, as Inspections told it.</summary>
internal interface IFindingFact : IRectificationEvent;

/// <summary>待交办: a finding, or a new round of one, waits for a unit.</summary>
/// <param name="Matter">Null for a later round: it is about what the first was.</param>
internal sealed record RectificationOpened(FindingRef Case, long FindingVersion, FindingDetails? Matter, DateTimeOffset At) : IFindingFact;

/// <summary>交办, by the responsibility map or by hand.</summary>
internal sealed record RectificationIssued(
    FindingRef Case, string Unit, IReadOnlyList<string> CooperatingUnits, string? Guarantor, DateTimeOffset Due, DateTimeOffset At)
    : IRectificationEvent;

/// <summary>退回派单: back to the queue.</summary>
internal sealed record RectificationDeclined(FindingRef Case, string Unit, string Reason, DateTimeOffset At) : IRectificationEvent;

/// <summary>交办 as an old ledger had it.</summary>
internal sealed record RectificationTakenOver(FindingRef Case, long FindingVersion, string Unit, DateTimeOffset Due, DateTimeOffset At)
    : IFindingFact;

/// <summary>退回派单 as an old ledger had it.</summary>
internal sealed record RectificationHandedBack(FindingRef Case, long FindingVersion, string Unit, DateTimeOffset At) : IFindingFact;

/// <summary>延期 as an old ledger had it.</summary>
internal sealed record RectificationExtended(FindingRef Case, long FindingVersion, string Unit, DateTimeOffset Due, DateTimeOffset At)
    : IFindingFact;

/// <summary>超期 of the finding.</summary>
internal sealed record RectificationBecameOverdue(FindingRef Case, long FindingVersion, string Unit, DateTimeOffset Due) : IFindingFact;

/// <summary>复核不通过.</summary>
internal sealed record RectificationRejected(
    FindingRef Case, long FindingVersion, string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At)
    : IFindingFact;

/// <summary>销号.</summary>
internal sealed record RectificationStruckOff(FindingRef Case, long FindingVersion, string Unit, DateTimeOffset Due, DateTimeOffset At)
    : IFindingFact;

/// <summary>作废 or 并案 of the finding.</summary>
internal sealed record RectificationCalledOff(FindingRef Case, long FindingVersion, string Reason, DateTimeOffset At) : IFindingFact;

/// <summary>What the responsibility map and the dispatcher ask about a finding.</summary>
internal sealed record FindingDetails(string Category, Severity Severity, string? Community, string Description);
