using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Recurrences;

/// <summary>What happens to a recurrence or a roster.</summary>
internal interface ISeriesEvent;

/// <summary>What it is that recurs from a day on.</summary>
internal interface IScheduleArranged : ISeriesEvent
{
    string Code { get; }
    int Revision { get; }
    DateOnly Effective { get; }
    DateTimeOffset At { get; }

    ISchedule ToSchedule();
}

/// <summary>周期任务 arranged, or arranged anew from a day on.</summary>
/// <param name="Revision">From 1; every arrangement and every stop is one.</param>
/// <param name="Effective">First day on which this is what holds.</param>
internal sealed record RecurrenceArranged(string Code, int Revision, DateOnly Effective, Stored.RecurrenceTerms Terms, DateTimeOffset At)
    : IScheduleArranged
{
    public ISchedule ToSchedule() => Terms.ToRecurrenceTerms();
}

/// <summary>停止: a recurrence or a roster asks for nothing more from a day on.</summary>
internal sealed record SeriesStopped(string Code, int Revision, DateOnly Effective, string Reason, DateTimeOffset At) : ISeriesEvent;

/// <summary>What a unit does for a quota.</summary>
internal interface IQuotaEvent;

/// <summary>记录: one of the times that a quota without dates asks for, in a stream of the recurrence and the unit.</summary>
internal sealed record QuotaRecorded(
    Guid Recurrence, string Unit, DateOnly Date, string? Note, IReadOnlyList<string> Photos, DateTimeOffset At)
    : IQuotaEvent;

// In the stream of an assignment.

/// <summary>错过: the slot of a recurrence passed without a record and can no longer be made good.</summary>
internal sealed record OccurrenceMissed(AssignmentKind Kind, string Title, string Unit, DateTimeOffset Missed) : IFacetEvent
{
    public Assignment ApplyTo(Assignment assignment) => assignment with { Status = AssignmentStatus.Missed };
}
