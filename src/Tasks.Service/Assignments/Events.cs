using Campaign.Tasks.Calendars;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Recurrences;

namespace Campaign.Tasks.Assignments;

// The stream of one assignment, in the order of a normal day. A rectification begins with the events of Rectifications/
// and goes on with these; `Case` is then the finding behind it, so that the others can be told.

/// <summary>下达.</summary>
/// <param name="Plan">The plan it comes from; null when issued by hand.</param>
/// <param name="CooperatingUnits">配合单位; null for none.</param>
/// <param name="Guarantor">Post of the guarantor leader who reviews it (包保领导); null where an office does.</param>
/// <param name="Term">How the deadline was counted; null when it was named outright.</param>
/// <param name="Occurrence">The slot of a recurrence or of a roster that it fills.</param>
/// <param name="Calendar">Editions of the holiday tables that were counted by.</param>
/// <param name="Anchor">What it hangs on when it is counted back from the evaluation date (倒排).</param>
/// <param name="Brief">What has to be there before it can be submitted; null when nothing but the work is asked.</param>
internal sealed record AssignmentIssued(
    AssignmentKind Kind, string Title, string Unit, DateTimeOffset Due, PlanOrigin? Plan, DateTimeOffset At,
    IReadOnlyList<string>? CooperatingUnits = null, string? Guarantor = null, Term? Term = null, Occurrence? Occurrence = null, Brief? Brief = null,
    IReadOnlyList<Edition>? Calendar = null, Anchor? Anchor = null);

/// <summary>期前已结束: its phase was over when the plan was issued. Taken in as closed, never born overdue.</summary>
internal sealed record AssignmentOverAtIssue(DateTimeOffset At);

/// <summary>签收.</summary>
internal sealed record AssignmentAcknowledged(string Unit, CaseRef? Case, DateTimeOffset At);

/// <summary>上报: done, says the unit.</summary>
internal sealed record AssignmentSubmitted(string Unit, IReadOnlyList<string> Photos, string? Note, CaseRef? Case, DateTimeOffset At);

/// <summary>退回.</summary>
internal sealed record AssignmentReturned(string Unit, string Reason, DateTimeOffset At);

/// <summary>审核通过.</summary>
internal sealed record AssignmentApproved(string Unit, DateTimeOffset At);

/// <summary>延期.</summary>
/// <param name="Term">The original limit, which was added; null in what was extended to a date.</param>
internal sealed record DeadlineExtended(
    string Unit, DateTimeOffset Due, string Reason, CaseRef? Case, DateTimeOffset At, Term? Term = null, IReadOnlyList<Edition>? Calendar = null);

/// <summary>超期, at the moment of the deadline.</summary>
internal sealed record AssignmentBecameOverdue(AssignmentKind Kind, string Title, string Unit, DateTimeOffset Due);

/// <summary>错过: the slot of a recurrence passed without a record and can no longer be made good.</summary>
internal sealed record OccurrenceMissed(AssignmentKind Kind, string Title, string Unit, DateTimeOffset Missed);

/// <summary>转办: to another unit, with the deadline it had.</summary>
internal sealed record AssignmentReassigned(string From, string Unit, DateTimeOffset Due, string Reason, CaseRef? Case, DateTimeOffset At);

/// <summary>撤销.</summary>
internal sealed record AssignmentCancelled(string Unit, string Reason, DateTimeOffset At);

internal enum AssignmentKind { OneOff, Rectification, Recurring, Roster, Archive, PointPreparation, IndicatorTarget }

/// <param name="Action">Number of the action in the plan.</param>
internal sealed record PlanOrigin(Guid PlanId, int Action, string Phase);

/// <summary>The finding that a rectification is about.</summary>
/// <param name="Round">Round of the case, from 1; a relapse begins a new one.</param>
internal sealed record CaseRef(Guid FindingId, string CaseNumber, int Round);
