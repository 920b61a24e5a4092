using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Recurrences;

/// <summary>周期任务 arranged, or arranged anew from a day on.</summary>
/// <param name="Revision">From 1; every arrangement and every stop is one.</param>
/// <param name="Effective">First day on which this is what holds.</param>
internal sealed record RecurrenceArranged(string Code, int Revision, DateOnly Effective, Stored.RecurrenceTerms Terms, DateTimeOffset At);

/// <summary>执勤表 arranged, or arranged anew from a day on.</summary>
internal sealed record RosterArranged(string Code, int Revision, DateOnly Effective, Rosters.Stored.RosterTerms Terms, DateTimeOffset At);

/// <summary>停止: a recurrence or a roster asks for nothing more from a day on.</summary>
internal sealed record SeriesStopped(string Code, int Revision, DateOnly Effective, string Reason, DateTimeOffset At);

/// <summary>记录: one of the times that a quota without dates asks for, in a stream of the recurrence and the unit.</summary>
internal sealed record QuotaRecorded(
    Guid Recurrence, string Unit, DateOnly Date, string? Note, IReadOnlyList<string> Photos, DateTimeOffset At);

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
