using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

// Closing writes the month's stream and, in the same append, the stream of every subject's scorecard of the month:
// what was announced can be explained for ever, whatever becomes known later.

/// <summary>封账: figures of the month and the policy they were computed by.</summary>
internal sealed record MonthClosed(
    string Month, string PolicyFrom, Policy Policy, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> MissingWeeks,
    MonthCounts Counts, DateTimeOffset At, PinnedFigures? Figures = null);

/// <summary>A subject's month as closed, with every line.</summary>
internal sealed record ScorecardClosed(string Month, Scorecard Card);

/// <summary>通报 of the month is public under this number of the street's year.</summary>
internal sealed record MonthPublished(string Month, int Year, int Number, DateTimeOffset At)
{
    public static MonthPublished By(BulletinPublished bulletin) => new(bulletin.Month, bulletin.Year, bulletin.Number, bulletin.At);
}
