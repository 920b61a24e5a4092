using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Totals;

/// <summary>All that a half-year's or a year's totals are made of.</summary>
/// <param name="Subjects">Who takes part in the period.</param>
/// <param name="Scores">Month scores as last announced, of the closed months.</param>
/// <param name="Open">Months of the period that are not closed.</param>
/// <param name="Evaluations">Closed rounds, by half-year.</param>
/// <param name="AwaitedEvaluations">Half-years without a closed round.</param>
internal sealed record PeriodFacts(
    IReadOnlyList<Subject> Subjects, IReadOnlyList<MonthScore> Scores, IReadOnlyList<string> Open,
    IReadOnlyList<EvaluationOfHalf> Evaluations,
    IReadOnlyList<string> AwaitedEvaluations, IReadOnlyList<Veto> Vetoes, decimal DailyWeight, decimal EvaluationWeight)
{
    public IReadOnlyList<Commendation> Commendations { get; init; } = [];
}

internal sealed record MonthScore(string Month, string Subject, decimal Score);

/// <param name="Scores">The ballots that count, by subject.</param>
internal sealed record EvaluationOfHalf(string Half, IReadOnlyDictionary<string, IReadOnlyList<decimal>> Scores);

/// <param name="Provisional">A month is open or an evaluation awaited: the totals may still change.</param>
/// <param name="Notes">What a reader must know, in sentences.</param>
internal sealed record PeriodTotals(
    bool Provisional, decimal DailyWeight, decimal EvaluationWeight, IReadOnlyList<SubjectTotal> Results, IReadOnlyList<string> Notes)
{
    public static PeriodTotals Of(PeriodFacts facts, IReadOnlyList<Month> months)
    {
        var monthly = facts.Scores.ToLookup(s => s.Subject, s => s.Score, StringComparer.Ordinal);
        var results = facts.Subjects.Select(s => SubjectTotal.Of(
            s, [.. monthly[s.Code]],
            [.. facts.Evaluations.Where(e => e.Scores.ContainsKey(s.Code)).Select(e => e.Scores[s.Code].Average())],
            facts, SubjectHonours.Of(s.Code, facts.Vetoes, facts.Commendations, months))).ToList();
        return new(
            facts.Open.Count > 0 || AwaitsEvaluation(facts), facts.DailyWeight, facts.EvaluationWeight, Ranked(results),
            [.. Sentences(facts)]);
    }

    private static bool AwaitsEvaluation(PeriodFacts facts) => facts.EvaluationWeight > 0 && facts.AwaitedEvaluations.Count > 0;

    private static List<SubjectTotal> Ranked(List<SubjectTotal> results)
    {
        var ranks = Ranks.Of(results.Select(r => (r.Subject, r.Category, r.Total)));
        return
        [
            .. results.Select(r => r.At(ranks[r.Subject]))
                .OrderBy(r => r.Category, StringComparer.Ordinal).ThenBy(r => r.Rank).ThenBy(r => r.Subject, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Sentences(PeriodFacts facts)
    {
        if (facts.Open.Count > 0) yield return $"{string.Join('、', facts.Open)}尚未封账，本表为暂计。";
        if (facts.EvaluationWeight == 0) yield break;
        var state = EvaluationState.Of(facts.Subjects, facts.Evaluations, facts.AwaitedEvaluations);
        foreach (var sentence in state.Sentences(string.Join('、', state.Awaited), "本表")) yield return sentence;
    }
}

/// <param name="Daily">Mean of the month scores, two decimals; the total is made of the exact one.</param>
/// <param name="Evaluation">Mean of the evaluations, two decimals; the same.</param>
/// <param name="Total">Null without a month score.</param>
/// <param name="Rank">In the category by total; a veto marks, it does not move. Null where nobody of the category has a total.</param>
/// <param name="RankIfNotVetoed">Only where vetoed: a veto takes the award, not the place.</param>
/// <param name="Remark"><paramref name="Honours"/> in words.</param>
internal sealed record SubjectTotal(
    string Subject, string Name, string Category, int Months, decimal? Daily, decimal? Evaluation, decimal? Total, bool Vetoed, int? Rank,
    int? RankIfNotVetoed = null, SubjectHonours? Honours = null, string? Remark = null)
{
    public static SubjectTotal Of(
        Subject subject, IReadOnlyList<decimal> scores, IReadOnlyList<decimal> evaluations, PeriodFacts facts, SubjectHonours honours)
    {
        decimal? daily = scores.Count == 0 ? null : scores.Average();
        decimal? evaluation = evaluations.Count == 0 || facts.EvaluationWeight == 0 ? null : evaluations.Average();
        var vetoed = honours.Vetoes.Count > 0;
        return new(
            subject.Code, subject.Name, subject.Category, scores.Count, Rounded(daily), Rounded(evaluation),
            Rounded(Weighed(daily, evaluation, facts)), vetoed, null, Honours: honours, Remark: HonourWords.Remark(vetoed, honours));
    }

    public SubjectTotal At(int? rank) => this with { Rank = rank, RankIfNotVetoed = Vetoed ? rank : null };

    /// <summary>The weights that are present, renormalised.</summary>
    private static decimal? Weighed(decimal? daily, decimal? evaluation, PeriodFacts facts) => (daily, evaluation) switch
    {
        (null, _) => null,
        (_, null) => daily,
        _ => ((facts.DailyWeight * daily) + (facts.EvaluationWeight * evaluation)) / (facts.DailyWeight + facts.EvaluationWeight),
    };

    private static decimal? Rounded(decimal? value) => value is { } exact ? Points.Round(exact) : null;
}
