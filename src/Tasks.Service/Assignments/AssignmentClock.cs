using Campaign.Tasks.DueDates;

namespace Campaign.Tasks.Assignments;

/// <summary>What decisions on the deadline of an assignment ask, beside the deadline itself.</summary>
internal sealed record AssignmentClock
{
    /// <summary>From where and until when its original limit ran, and by which term; null before it was issued.</summary>
    public OriginalLimit? Original { get; init; }
    public Anchor? Anchor { get; init; }
    public int Extensions { get; init; }

    /// <summary>The deadline that the last extension extended.</summary>
    public DateTimeOffset? Extended { get; init; }
    public Suspension? Suspension { get; init; }
    public bool WasSuspended { get; init; }

    public AssignmentClock Started(DateTimeOffset at, DateTimeOffset due, Term? term = null) => this with { Original = new(at, due, term) };

    public AssignmentClock Extend(DateTimeOffset? due) => this with { Extensions = Extensions + 1, Extended = due };

    /// <param name="due">The deadline before.</param>
    public AssignmentClock Stopped(ClockSuspended e, DateTimeOffset? due) =>
        this with { Suspension = new(e.At, e.Until, due ?? e.Due), WasSuspended = true };

    public AssignmentClock Resumed() => this with { Suspension = null };

    public AssignmentClock Moved(DeadlineMoved e) => this with
    {
        Anchor = Anchor is { } anchor ? anchor with { EvaluationDate = e.EvaluationDate ?? anchor.EvaluationDate } : null,
        Suspension = Suspension is { } stopped ? stopped with { Due = stopped.Due + (e.Due - e.From) } : null,
    };
}

internal sealed record OriginalLimit(DateTimeOffset From, DateTimeOffset Due, Term? Term);

/// <param name="Due">The deadline as it was when the clock stopped.</param>
internal sealed record Suspension(DateTimeOffset From, DateTimeOffset Until, DateTimeOffset Due);
