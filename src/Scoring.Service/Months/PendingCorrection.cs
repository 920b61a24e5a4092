using System.Globalization;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

/// <summary>待更正: a figure that was announced and would now come out otherwise.</summary>
/// <param name="Subject">Null for a figure of the whole street.</param>
/// <param name="Figure">As in the month report: <c>score</c>, <c>rank</c>, <c>lines/relapse</c>, <c>counts/due</c> …</param>
/// <param name="Was">As announced; null where there was none.</param>
/// <param name="Now">As it would be now; null where there would be none.</param>
internal sealed record PendingCorrection(string? Subject, string Figure, string? Was, string? Now)
{
    /// <summary>Figures in words: on what ground a subject is out of the awards, whose commendation it has.</summary>
    public const string Grounds = "grounds";
    public const string Commended = "commended";

    public static IReadOnlyList<PendingCorrection> Between(MonthScoring announced, MonthScoring recomputed)
    {
        var now = Figures(AsFarAsNoted(recomputed, announced)).ToDictionary(f => (f.Subject, f.Figure), f => f.Value);
        var was = Figures(announced).ToDictionary(f => (f.Subject, f.Figure), f => f.Value);
        return
        [
            .. from key in was.Keys.Union(now.Keys)
               let before = was.GetValueOrDefault(key)
               let after = now.GetValueOrDefault(key)
               where before != after
               select new PendingCorrection(key.Subject, key.Figure, before, after),
        ];
    }

    /// <summary>Where a month was closed before grounds and commendations were noted, they are no difference.</summary>
    private static MonthScoring AsFarAsNoted(MonthScoring recomputed, MonthScoring announced)
    {
        var unnoted = announced.Scorecards.Where(card => card.Honours is null).Select(card => card.Subject)
            .ToHashSet(StringComparer.Ordinal);
        if (unnoted.Count == 0) return recomputed;
        return recomputed with
        {
            Scorecards = [.. recomputed.Scorecards.Select(card => unnoted.Contains(card.Subject) ? card with { Honours = null } : card)],
        };
    }

    private static IEnumerable<(string? Subject, string Figure, string? Value)> Figures(MonthScoring scoring)
    {
        foreach (var card in scoring.Scorecards)
        {
            yield return (card.Subject, "inspectionScores", string.Join(' ', card.InspectionScores.Select(s => Text(s))));
            foreach (var (kind, points) in card.Adjustments) yield return (card.Subject, $"lines/{kind}", Text(points));
            yield return (card.Subject, "score", Text(card.Score));
            yield return (card.Subject, "rank", Rank(card));
            yield return (card.Subject, "grade", card.Grade?.Grade);
            yield return (card.Subject, "vetoed", card.Vetoed ? "true" : "false");
            yield return (card.Subject, Grounds, card is { Vetoed: true, Honours: { } honours } ? HonourWords.Grounds(honours) : null);
            yield return (card.Subject, Commended, HonourWords.Praise(card.Honours));
        }
        foreach (var (subject, weeks) in scoring.MissingWeeks)
            yield return (subject, "missingWeeks", string.Join(' ', weeks.Select(day => $"{day:yyyy-MM-dd}")));
        var counts = scoring.Counts;
        foreach (var (figure, value) in new[]
        {
            ("cases", counts.Cases), ("due", counts.Due), ("onTime", counts.OnTime), ("rounds", counts.Rounds),
            ("relapses", counts.Relapses), ("reworked", counts.Reworked), ("sameDay", counts.SameDay),
        }) yield return (null, $"counts/{figure}", Text(value));
    }

    /// <summary>Without a score in the first place: nobody of the category had one. That is no rank now, and was the first once.</summary>
    private static string? Rank(Scorecard card) => card is { Score: null, Rank: 1 } || card.Rank is not { } rank ? null : Text(rank);

    private static string? Text(decimal? value) => value?.ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
