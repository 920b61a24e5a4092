using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Months;

/// <summary>How one line of a score changed. Those of a subject add up to what its score changed by.</summary>
/// <param name="EventId">The event that made the line; none for rounding and limit.</param>
/// <param name="From">Points before; 0 where there was no such line.</param>
/// <param name="To">Points now; 0 where there is no such line any more.</param>
internal sealed record LineDifference(string Subject, string Kind, Guid? EventId, string Text, decimal From, decimal To);

/// <summary>Everything in which two computations of one month differ.</summary>
internal sealed record Differences(IReadOnlyList<PendingCorrection> Figures, IReadOnlyList<LineDifference> Lines)
{
    public bool None => Figures.Count == 0 && Lines.Count == 0;

    public IReadOnlySet<string> Subjects =>
        Figures.Select(f => f.Subject).OfType<string>().Concat(Lines.Select(l => l.Subject)).ToHashSet(StringComparer.Ordinal);

    public static Differences Between(MonthScoring was, MonthScoring now)
    {
        var before = Keyed(was);
        var after = Keyed(now);
        return new(
            PendingCorrection.Between(was, now),
            [
                .. before.Keys.Union(after.Keys)
                    .Select(key => (Key: key, From: before.GetValueOrDefault(key), To: after.GetValueOrDefault(key)))
                    .Where(line => line.From.Points != line.To.Points)
                    .OrderBy(line => line.Key.Subject, StringComparer.Ordinal).ThenBy(line => line.Key.Kind, StringComparer.Ordinal)
                    .ThenBy(line => line.Key.EventId)
                    .Select(line => new LineDifference(
                        line.Key.Subject, line.Key.Kind, line.Key.EventId, line.To.Text ?? line.From.Text, line.From.Points,
                        line.To.Points)),
            ]);
    }

    private static Dictionary<(string Subject, string Kind, Guid? EventId), (decimal Points, string Text)> Keyed(MonthScoring scoring) =>
        scoring.Scorecards.SelectMany(card => card.Lines.Select(line => (card.Subject, Line: line)))
            .GroupBy(l => (l.Subject, l.Line.Kind, l.Line.EventId))
            .ToDictionary(lines => lines.Key, lines => (lines.Sum(l => l.Line.Points), lines.Last().Line.Text));
}
