using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;

namespace Campaign.Tasks.Assignments;

// The stream of one assignment, in the order of a normal day. A rectification begins with the events of Rectifications/
// and goes on with these; `Case` is then the finding behind it, so that the others can be told. Other folders add events of
// their own (IFacetEvent). Where an event names an edition of the holiday tables, it was counted by that edition, and a later
// one explains nothing differently.

/// <summary>What happens to an assignment.</summary>
internal interface IAssignmentEvent;

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
    IReadOnlyList<string>? CooperatingUnits = null, string? Guarantor = null, Term? Term = null, Occurrence? Occurrence = null,
    Brief? Brief = null,
    IReadOnlyList<Edition>? Calendar = null, Anchor? Anchor = null)
    : IAssignmentEvent;

/// <summary>期前已结束: its phase was over when the plan was issued. Taken in as closed, never born overdue.</summary>
internal sealed record AssignmentOverAtIssue(DateTimeOffset At) : IAssignmentEvent;

/// <summary>签收.</summary>
internal sealed record AssignmentAcknowledged(string Unit, FindingRef? Case, DateTimeOffset At) : IAssignmentEvent;

/// <summary>上报: done, says the unit.</summary>
/// <param name="Quantities">Work that no progress report has told yet; null leaves those of an earlier submission as they are.</param>
/// <param name="Value">Of an indicator target: what was reached.</param>
/// <param name="ByOffice">An office entered it for the unit; null where the unit did, or nobody knows.</param>
internal sealed record AssignmentSubmitted(
    string Unit, IReadOnlyList<string> Photos, string? Note, FindingRef? Case, DateTimeOffset At,
    IReadOnlyList<Quantity>? Quantities = null, Stored.ReachedFigure? Value = null, bool? ByOffice = null)
    : IAssignmentEvent;

/// <summary>退回.</summary>
/// <param name="Items">Items that are to be done again, each with its reason; null when it is not about items.</param>
internal sealed record AssignmentReturned(string Unit, string Reason, DateTimeOffset At, IReadOnlyList<Stored.ItemToRedo>? Items = null)
    : IAssignmentEvent;

/// <summary>审核通过.</summary>
internal sealed record AssignmentApproved(string Unit, DateTimeOffset At) : IAssignmentEvent;

/// <summary>延期.</summary>
/// <param name="Term">The original limit, which was added; null in what was extended to a date.</param>
internal sealed record DeadlineExtended(
    string Unit, DateTimeOffset Due, string Reason, FindingRef? Case, DateTimeOffset At, Term? Term = null,
    IReadOnlyList<Edition>? Calendar = null)
    : IAssignmentEvent;

/// <summary>挂账: the clock stands still.</summary>
/// <param name="Due">The deadline if it stands still until then.</param>
internal sealed record ClockSuspended(
    string Unit, DateTimeOffset Until, DateTimeOffset Due, string Reason, FindingRef? Case, DateTimeOffset At,
    IReadOnlyList<Edition> Calendar)
    : IAssignmentEvent;

/// <summary>恢复计时.</summary>
/// <param name="Reason">Null when the time of the suspension was over.</param>
internal sealed record ClockResumed(string Unit, DateTimeOffset Due, string? Reason, DateTimeOffset At, IReadOnlyList<Edition> Calendar)
    : IAssignmentEvent;

/// <summary>期限调整: what the deadline hangs on has moved, a plan or the evaluation date. Not an extension; either way.</summary>
/// <param name="EvaluationDate">The new one where the deadline went with it; null where the plan was changed.</param>
internal sealed record DeadlineMoved(
    string Unit, DateTimeOffset From, DateTimeOffset Due, string Reason, DateTimeOffset At, DateOnly? EvaluationDate = null)
    : IAssignmentEvent;

/// <summary>方案调整: what a later edition of the plan says of it now.</summary>
internal sealed record AssignmentRevised(
    string Unit, string Title, IReadOnlyList<string> CooperatingUnits, string? Guarantor, string Reason, DateTimeOffset At)
    : IAssignmentEvent;

/// <summary>超期, at the moment of the deadline.</summary>
internal sealed record AssignmentBecameOverdue(AssignmentKind Kind, string Title, string Unit, DateTimeOffset Due) : IAssignmentEvent;

/// <summary>转办: to another unit, with the deadline it had.</summary>
/// <param name="CooperatingUnits">Those that help from now on; null for none.</param>
internal sealed record AssignmentReassigned(
    string From, string Unit, DateTimeOffset Due, string Reason, FindingRef? Case, DateTimeOffset At,
    IReadOnlyList<string>? CooperatingUnits = null, string? Guarantor = null)
    : IAssignmentEvent;

/// <summary>撤销.</summary>
internal sealed record AssignmentCancelled(string Unit, string Reason, DateTimeOffset At) : IAssignmentEvent;

internal enum AssignmentKind { OneOff, Rectification, Recurring, Roster, Archive, PointPreparation, IndicatorTarget }

/// <param name="Action">Number of the action in the plan.</param>
/// <param name="Task">Number of the task below the action; null when the action has none.</param>
internal sealed record PlanOrigin(Guid PlanId, int Action, string Phase, int? Task = null);

/// <summary>The finding that a rectification is about.</summary>
/// <param name="Round">Round of the finding, from 1; a relapse begins a new one.</param>
internal sealed record FindingRef(Guid FindingId, string CaseNumber, int Round);

/// <summary>What an assignment asks for before it can be submitted.</summary>
/// <param name="Items">Pieces that must each be there: items of an archive, parts of an inspection point.</param>
/// <param name="Point">Code of the inspection point that is prepared.</param>
internal sealed record Brief(IReadOnlyList<BriefItem> Items, string? Point = null, IndicatorGoal? Indicator = null)
{
    public bool Asks(string key) => Items.Any(item => item.Key == key);

    /// <summary>Pieces that are called what they are; null for none.</summary>
    public static Brief? OfItems(IReadOnlyList<string> items) =>
        items.Count > 0 ? new([.. items.Select(item => new BriefItem(Key: item, Title: item))]) : null;
}

/// <param name="Key">Name of the piece, unique in the brief, such as <c>2019/病媒生物防制</c> or <c>Guide</c>.</param>
/// <param name="Weight">Its share of the whole, in proportion to the weights of the others.</param>
internal sealed record BriefItem(string Key, string Title, decimal Weight = 1);

/// <summary>The figure that is to reach its threshold.</summary>
/// <param name="Number">Number of the indicator in its standard.</param>
/// <param name="Standard">Version of the standard; null for the one in force.</param>
internal sealed record IndicatorGoal(int Number, int Year, string? Standard);

/// <summary>The slot of a recurrence that an assignment fills. There is one assignment a slot and unit.</summary>
/// <param name="Slot">Name of the slot within the recurrence, such as <c>2024-09-27</c> or <c>2024-09-27/2</c>.</param>
/// <param name="Start">Not to be done earlier.</param>
/// <param name="Missed">From here on it cannot be made good.</param>
/// <param name="Revision">Which arrangement of the recurrence asked for it.</param>
/// <param name="Needs">What the record must have, beside being one.</param>
/// <param name="Duty">The shift, where it is duty on a road section.</param>
internal sealed record Occurrence(
    Guid Recurrence, string Slot, DateTimeOffset Start, DateTimeOffset Missed,
    int Revision = 1, IReadOnlyList<RecordNeed>? Needs = null, Duty? Duty = null);

/// <summary>A shift of one unit, as its assignment carries it.</summary>
/// <param name="People">How many have to be there.</param>
/// <param name="Ends">End of the shift; it begins with the occurrence.</param>
/// <param name="Line">Course of the section; null where it is not known.</param>
internal sealed record Duty(int People, DateTimeOffset Ends, int ToleranceMinutes, int RadiusMetres, IReadOnlyList<GeoPoint>? Line = null);
