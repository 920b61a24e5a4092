using System.Globalization;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

/// <summary>待更正: a figure that was announced and would now come out otherwise.</summary>
/// <param name="Subject">Null for a figure of the whole street.</param>
/// <param name="Figure">As in the month report: <c>score</c>, <c>rank</c>, <c>lines/relapse</c>, <c>counts/due</c> …</param>
/// <param name="Was">As announced; null where there was none.</param>
/// <param name="Now">As it would be now; null where there would be none.</param>
internal sealed record PendingCorrection(string? Subject, string Figure, string? Was, string? Now)
{
    public static IReadOnlyList<PendingCorrection> Between(MonthScoring announced, MonthScoring recomputed)
    {
        var now = Figures(recomputed).ToDictionary(f => (f.Subject, f.Figure), f => f.Value);
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

    private static IEnumerable<(string? Subject, string Figure, string? Value)> Figures(MonthScoring scoring)
    {
        foreach (var card in scoring.Scorecards)
        {
            yield return (card.Subject, "inspectionScores", string.Join(' ', card.InspectionScores.Select(s => Text(s))));
            foreach (var (kind, points) in card.Adjustments) yield return (card.Subject, $"lines/{kind}", Text(points));
            yield return (card.Subject, "score", Text(card.Score));
            yield return (card.Subject, "rank", Text(card.Rank));
            yield return (card.Subject, "grade", card.Grade?.Grade);
            yield return (card.Subject, "vetoed", card.Vetoed ? "true" : "false");
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

    private static string? Text(decimal? value) => value?.ToString("0.00##", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
