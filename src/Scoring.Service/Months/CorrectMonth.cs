using Campaign.Contracts;
using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Figures.Stored;
using Campaign.Scoring.Scorecards.Stored;

namespace Campaign.Scoring.Months;

/// <summary>更正通报: what came late or was waived goes into a bulletin of its own, with the differences. Nothing announced is rewritten.</summary>
/// <param name="Standing">The month as last announced.</param>
/// <param name="Recomputed">The same by the policy of then, with what is known now.</param>
/// <param name="Through">Number of the last event that <paramref name="Recomputed"/> knew.</param>
/// <param name="Notes">How far the half-year's evaluation has come by now, in sentences.</param>
internal sealed record CorrectMonth(
    Month Month, string Reason, MonthScoring Standing, MonthScoring Recomputed, long Through, Letterhead Letterhead,
    IReadOnlyDictionary<string, int> LastMonthRanks, IReadOnlyList<string> Notes, DateTimeOffset Now)
{
    public int Year => ChinaTime.DateOf(Now).Year;

    public Decision Decide(MonthState month, BulletinRegister register)
    {
        if (month.Status is not MonthStatus.Published) return MonthRules.NotPublished;
        var differences = Differences.Between(Standing, Recomputed);
        if (differences.None) return MonthRules.NothingToCorrect;

        var (correction, number) = (month.Corrections + 1, register.Last + 1);
        var cards = Recomputed.Scorecards.ToDictionary(card => card.Subject, Scorecard.Of, StringComparer.Ordinal);
        return Decision.Of(
        [
            new BulletinPublished(
                Year, number, Month.ToString(), Letterhead.DocumentNumber(Year, number),
                $"关于更正{Month.Year}年{Month.Number}月创建国家卫生城市工作考评情况的通报", LastMonthRanks, Now, correction,
                Reason, Bulletins.Stored.Letterhead.Of(Letterhead), Notes),
            new MonthCorrected(
                Month.ToString(), correction, Year, number, Reason, [.. differences.Figures.Select(Stored.PendingCorrection.Of)],
                [.. differences.Lines.Select(Stored.LineDifference.Of)], Recomputed.MissingWeeks, Stored.MonthCounts.Of(Recomputed.Counts),
                Through, Now, Recomputed.Figures is { } figures ? PinnedFigures.Of(figures) : null),
            .. differences.Subjects.Order(StringComparer.Ordinal)
                .Select(subject => new ScorecardCorrected(Month.ToString(), correction, subject, cards.GetValueOrDefault(subject))),
        ]);
    }
}
