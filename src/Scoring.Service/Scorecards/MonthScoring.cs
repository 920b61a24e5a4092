using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Grades;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards.Primitives;

namespace Campaign.Scoring.Scorecards;

/// <summary>
/// The month of a street: policy and facts in, scorecards, ranks, missing weeks and counts out. Pure; the order of the facts,
/// and whether one comes twice, changes nothing.
/// </summary>
internal sealed record MonthScoring(
    IReadOnlyList<Scorecard> Scorecards, IReadOnlyDictionary<string, IReadOnlyList<DateOnly>> MissingWeeks, MonthCounts Counts,
    PinnedFigures? Figures = null)
{
    public MonthEdition Edition => Figures?.Edition ?? MonthEdition.First;

    /// <param name="asOf">Now: a deadline still ahead and a week not yet over are not held against anybody.</param>
    public static MonthScoring Compute(
        Month month, Policy policy, MonthFacts facts, DateTimeOffset asOf, MonthEdition edition = MonthEdition.Current)
    {
        var view = MonthView.Of(month, facts, asOf, edition);
        var items = Measurement.Of(policy, view);
        var cards = view.Subjects.Select(subject =>
            Scorecard.Of(subject, view, items, SubjectHonours.Of(subject.Code, facts.Vetoes, facts.Commendations, month)) with
            {
                Grade = SubjectGrade.Of(policy.Grades, view, subject),
            });
        var figures = FigureSheet.Of(view);
        return new(
            WithFigures(Ranking.Rank([.. cards]), figures), MissingIn(view), MonthCounts.Of(view), PinnedFigures.Of(figures, edition));
    }

    private static IReadOnlyList<Scorecard> WithFigures(IReadOnlyList<Scorecard> cards, FigureSheet sheet)
    {
        var figures = sheet.By(unit => unit ?? "");
        return [.. cards.Select(card => card with { Figures = figures(card.Subject) })];
    }

    private static Dictionary<string, IReadOnlyList<DateOnly>> MissingIn(MonthView view) =>
        (from subject in view.Subjects
         let missing = Coverage.MissingWeeks(view, subject)
         where missing.Count > 0
         select (subject.Code, missing)).ToDictionary(s => s.Code, s => s.missing, StringComparer.Ordinal);
}
