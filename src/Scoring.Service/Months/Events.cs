using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Months;

// Closing writes the month's stream and, in the same append, the stream of every subject's scorecard of the month:
// what was announced can be explained for ever, whatever becomes known later. A correction appends to both and rewrites nothing.

/// <summary>The events of one month of a street.</summary>
internal interface IMonthEvent : IMovesNoOpenMonth;

/// <summary>The events of one subject's month.</summary>
internal interface IScorecardEvent : IMovesNoOpenMonth;

/// <summary>封账: figures of the month and the policy they were computed by.</summary>
/// <param name="Through">Number of the last event that was known; null before that was noted.</param>
/// <param name="Forced">强制封账: why, and what was open.</param>
internal sealed record MonthClosed(
    string Month, string PolicyFrom, Policies.Stored.Policy Policy, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> MissingWeeks,
    Stored.MonthCounts Counts, DateTimeOffset At, long? Through = null, ForcedClosing? Forced = null, Stored.PinnedFigures? Figures = null)
    : IMonthEvent;

internal sealed record ForcedClosing(string Reason, IReadOnlyList<string> OpenPoints);

/// <summary>A subject's month as closed, with every line.</summary>
internal sealed record ScorecardClosed(string Month, Stored.Scorecard Card) : IScorecardEvent;

/// <summary>通报 of the month is public under this number of the street's year.</summary>
internal sealed record MonthPublished(string Month, int Year, int Number, DateTimeOffset At) : IMonthEvent;

/// <summary>更正通报: the month computed again by the policy of then, with what is known now.</summary>
/// <param name="Correction">1 for the month's first.</param>
/// <param name="Through">Number of the last event that was known.</param>
internal sealed record MonthCorrected(
    string Month, int Correction, int Year, int Number, string Reason, IReadOnlyList<Stored.PendingCorrection> Figures,
    IReadOnlyList<Stored.LineDifference> Lines,
    IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> MissingWeeks, Stored.MonthCounts Counts, long Through, DateTimeOffset At,
    Stored.PinnedFigures? PinnedFigures = null) : IMonthEvent;

/// <summary>A subject's month as it reads since a correction; null where the subject turned out not to take part.</summary>
internal sealed record ScorecardCorrected(string Month, int Correction, string Subject, Stored.Scorecard? Card) : IScorecardEvent;

/// <summary>The events of a street's closing day.</summary>
internal interface IClosingDayEvent;

/// <summary>
/// 封账日 of the following month; null: closed by hand only. Months that are over by <paramref name="From"/> stay with the hand.
/// </summary>
internal sealed record ClosingDaySet(int? Day, string From, DateTimeOffset At) : IClosingDayEvent;
