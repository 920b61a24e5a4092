using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Vetoes;

namespace Campaign.Scoring.Totals;

/// <summary>All that a half-year's or a year's totals are made of.</summary>
/// <param name="Subjects">Who takes part in the period.</param>
/// <param name="Scores">Month scores as last announced, of the closed months.</param>
/// <param name="Open">Months of the period that are not closed.</param>
/// <param name="Evaluations">Closed rounds, by half-year.</param>
/// <param name="AwaitedEvaluations">Half-years without a closed round.</param>
internal sealed record PeriodFacts(
    IReadOnlyList<Subject> Subjects, IReadOnlyList<MonthScore> Scores, IReadOnlyList<string> Open, IReadOnlyList<EvaluationOfHalf> Evaluations,
    IReadOnlyList<string> AwaitedEvaluations, IReadOnlyList<Veto> Vetoes, decimal DailyWeight, decimal EvaluationWeight);

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
        var evaluated = facts.Evaluations.SelectMany(e => e.Scores.Keys).ToHashSet(StringComparer.Ordinal);
        var categories = facts.Subjects.Where(s => evaluated.Contains(s.Code)).Select(s => s.Category).ToHashSet(StringComparer.Ordinal);
        var monthly = facts.Scores.ToLookup(s => s.Subject, s => s.Score, StringComparer.Ordinal);
        var vetoed = facts.Vetoes.Where(v => months.Any(v.Covers)).Select(v => v.Subject).ToHashSet(StringComparer.Ordinal);
        var results = facts.Subjects.Select(s => SubjectTotal.Of(
            s, [.. monthly[s.Code]], [.. facts.Evaluations.Where(e => e.Scores.ContainsKey(s.Code)).Select(e => e.Scores[s.Code].Average())],
            facts, vetoed.Contains(s.Code))).ToList();
        return new(
            facts.Open.Count > 0 || AwaitsEvaluation(facts), facts.DailyWeight, facts.EvaluationWeight, Ranked(results), [.. Sentences(facts, categories)]);
    }

    private static bool AwaitsEvaluation(PeriodFacts facts) => facts.EvaluationWeight > 0 && facts.AwaitedEvaluations.Count > 0;

    private static List<SubjectTotal> Ranked(List<SubjectTotal> results)
    {
        var totals = results.ToLookup(r => r.Category, r => r.Total, StringComparer.Ordinal);
        return
        [
            .. results.Select(r => r with { Rank = 1 + totals[r.Category].Count(other => other is not null && (r.Total is null || other > r.Total)) })
                .OrderBy(r => r.Category, StringComparer.Ordinal).ThenBy(r => r.Rank).ThenBy(r => r.Subject, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Sentences(PeriodFacts facts, HashSet<string> evaluatedCategories)
    {
        if (facts.Open.Count > 0) yield return $"{string.Join('、', facts.Open)}尚未封账，本表为暂计。";
        if (facts.EvaluationWeight == 0) yield break;
        if (facts.AwaitedEvaluations.Count > 0) yield return $"{string.Join('、', facts.AwaitedEvaluations)}综合评议尚未结束，本表为暂计。";
        foreach (var category in facts.Subjects.Select(s => s.Category).Distinct(StringComparer.Ordinal).Except(evaluatedCategories, StringComparer.Ordinal))
        {
            yield return facts.Evaluations.Count > 0
                ? $"“{category}”未作综合评议，其总分按现有权重折算为百分之百，即月度考评占百分之百。"
                : $"“{category}”尚无综合评议，其总分暂按月度考评百分之百计算。";
        }
    }
}

/// <param name="Daily">Mean of the month scores, two decimals; the total is made of the exact one.</param>
/// <param name="Evaluation">Mean of the evaluations, two decimals; the same.</param>
/// <param name="Total">Null without a month score.</param>
/// <param name="Rank">In the category by total; a veto marks, it does not move.</param>
internal sealed record SubjectTotal(
    string Subject, string Name, string Category, int Months, decimal? Daily, decimal? Evaluation, decimal? Total, bool Vetoed, int Rank)
{
    public static SubjectTotal Of(Subject subject, IReadOnlyList<decimal> scores, IReadOnlyList<decimal> evaluations, PeriodFacts facts, bool vetoed)
    {
        decimal? daily = scores.Count == 0 ? null : scores.Average();
        decimal? evaluation = evaluations.Count == 0 || facts.EvaluationWeight == 0 ? null : evaluations.Average();
        return new(
            subject.Code, subject.Name, subject.Category, scores.Count, Rounded(daily), Rounded(evaluation),
            Rounded(Weighed(daily, evaluation, facts)), vetoed, 0);
    }

    /// <summary>The weights that are present, renormalised.</summary>
    private static decimal? Weighed(decimal? daily, decimal? evaluation, PeriodFacts facts) => (daily, evaluation) switch
    {
        (null, _) => null,
        (_, null) => daily,
        _ => ((facts.DailyWeight * daily) + (facts.EvaluationWeight * evaluation)) / (facts.DailyWeight + facts.EvaluationWeight),
    };

    private static decimal? Rounded(decimal? value) => value is { } exact ? Points.Round(exact) : null;
}
