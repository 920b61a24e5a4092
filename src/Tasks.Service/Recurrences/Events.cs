using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Recurrences;

/// <summary>周期任务 arranged, or arranged anew from a day on.</summary>
/// <param name="Revision">From 1; every arrangement and every stop is one.</param>
/// <param name="Effective">First day on which this is what holds.</param>
internal sealed record RecurrenceArranged(string Code, int Revision, DateOnly Effective, RecurrenceTerms Terms, DateTimeOffset At);

/// <summary>执勤表 arranged, or arranged anew from a day on.</summary>
internal sealed record RosterArranged(string Code, int Revision, DateOnly Effective, RosterTerms Terms, DateTimeOffset At);

/// <summary>停止: a recurrence or a roster asks for nothing more from a day on.</summary>
internal sealed record SeriesStopped(string Code, int Revision, DateOnly Effective, string Reason, DateTimeOffset At);

/// <summary>记录: one of the times that a quota without dates asks for, in a stream of the recurrence and the unit.</summary>
internal sealed record QuotaRecorded(
    Guid Recurrence, string Unit, DateOnly Date, string? Note, IReadOnlyList<string> Photos, DateTimeOffset At);
