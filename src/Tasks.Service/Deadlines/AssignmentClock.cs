using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Deadlines;

/// <summary>What decisions on the deadline of an assignment ask, beside the deadline itself.</summary>
internal sealed record AssignmentClock
{
    /// <summary>From where and until when its original limit ran, and by which term; null before it was issued.</summary>
    public OriginalLimit? Original { get; init; }
    public Anchor? Anchor { get; init; }
    public int Extensions { get; init; }

    /// <summary>The deadline that the last extension extended.</summary>
    public DateTimeOffset? Extended { get; init; }
    public ExtensionRequest Request { get; init; }
    public Suspension? Suspension { get; init; }
    public bool WasSuspended { get; init; }
    public DateTimeOffset? SupervisedDue { get; init; }
    public OverdueAppeal? Appeal { get; init; }

    /// <param name="due">The deadline before the event.</param>
    public AssignmentClock Evolve(object @event, DateTimeOffset? due) => @event switch
    {
        AssignmentIssued e => this with { Original = new(e.At, e.Due, e.Term, FollowedFact.Final), Anchor = e.Anchor },
        RectificationIssued e => this with { Original = new(e.At, e.Due, null, FollowedFact.Final) },
        RectificationTakenOver e when e.FindingVersion > (Original?.Rank ?? 0) => this with { Original = new(e.At, e.Due, null, e.FindingVersion) },
        DeadlineExtended => this with { Extensions = Extensions + 1, Extended = due, Request = ExtensionRequest.None },
        ExtensionRequested => this with { Request = ExtensionRequest.Pending },
        ExtensionRefused => this with { Request = ExtensionRequest.Refused },
        // What one unit asked for is no question of the next.
        AssignmentReassigned or RectificationDeclined => this with { Request = ExtensionRequest.None },
        ClockSuspended e => this with { Suspension = new(e.At, e.Until, due ?? e.Due), WasSuspended = true },
        ClockResumed => this with { Suspension = null },
        DeadlineMoved e => this with
        {
            Anchor = Anchor is { } anchor ? anchor with { EvaluationDate = e.EvaluationDate ?? anchor.EvaluationDate } : null,
            Suspension = Suspension is { } stopped ? stopped with { Due = stopped.Due + (e.Due - e.From) } : null,
        },
        AssignmentSupervised e => this with { SupervisedDue = e.Due },
        OverdueAppealed e => this with { Appeal = new(e.Due, AppealState.Pending) },
        OverdueAppealUpheld e => this with { Appeal = new(e.Due, AppealState.Upheld) },
        OverdueAppealDismissed e => this with { Appeal = new(e.Due, AppealState.Dismissed) },
        _ => this,
    };
}

/// <param name="Rank">As in <see cref="FollowedFact"/>: of two takeovers from a ledger the later one counts.</param>
internal sealed record OriginalLimit(DateTimeOffset From, DateTimeOffset Due, Term? Term, long Rank);

/// <param name="Due">The deadline as it was when the clock stopped.</param>
internal sealed record Suspension(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset Due);

internal enum ExtensionRequest { None, Pending, Refused }

/// <param name="Due">The deadline that was exceeded.</param>
internal sealed record OverdueAppeal(DateTimeOffset Due, AppealState State);

internal enum AppealState { Pending, Upheld, Dismissed }
