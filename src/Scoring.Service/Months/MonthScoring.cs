using Campaign.Scoring.Figures;
using Campaign.Scoring.Policies;
using Campaign.Scoring.Scorecards;
using Campaign.Scoring.Subjects;

namespace Campaign.Scoring.Months;

/// <summary>
/// The month of a street: policy and facts in, scorecards, ranks, missing weeks and counts out. Pure; the order of the facts,
/// and whether one comes twice, changes nothing.
/// </summary>
internal sealed record MonthScoring(
    IReadOnlyList<Scorecard> Scorecards, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> MissingWeeks, MonthCounts Counts,
    MonthFigures? Figures = null)
{
    /// <param name="asOf">Now: a deadline still ahead and a week not yet over are not held against anybody.</param>
    public static MonthScoring Compute(Month month, Policy policy, MonthFacts facts, DateTimeOffset asOf)
    {
        var view = MonthView.Of(month, facts, asOf);
        var subjects = facts.Subjects.DistinctBy(s => s.Code, StringComparer.Ordinal).Where(s => s.TakesPartIn(month))
            .OrderBy(s => s.Code, StringComparer.Ordinal).ToList();
        var vetoed = facts.Vetoes.Where(v => v.Covers(month)).Select(v => v.Subject).ToHashSet(StringComparer.Ordinal);
        var adjustments = AdjustmentKinds.Occurrences(policy, view);
        var figures = FigureSheet.Of(view, subjects);
        return new(
            figures.On(Ranking.Rank([.. subjects.Select(s => Scorecard.Of(s, [.. view.Inspections[s.Code]], adjustments, vetoed.Contains(s.Code)))])),
            MissingIn(view, subjects),
            MonthCounts.Of(view),
            MonthFigures.Of(figures));
    }

    private static Dictionary<string, IReadOnlyList<DateOnly>> MissingIn(MonthView view, IEnumerable<Subject> subjects) =>
        (from subject in subjects
         let missing = Coverage.MissingWeeks(view, subject)
         where missing.Count > 0
         select (subject.Code, missing)).ToDictionary(s => s.Code, s => s.missing, StringComparer.Ordinal);
}
