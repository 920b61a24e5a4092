using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Totals;

/// <summary>How far the evaluations of a period have come.</summary>
/// <param name="Awaited">Half-years without a closed round.</param>
/// <param name="Held">There is a closed round.</param>
/// <param name="Without">Categories of which nobody was evaluated.</param>
internal sealed record EvaluationState(IReadOnlyList<string> Awaited, bool Held, IReadOnlyList<string> Without)
{
    public static EvaluationState Of(
        IReadOnlyList<Subject> subjects, IReadOnlyList<EvaluationOfHalf> evaluations, IReadOnlyList<string> awaited)
    {
        var evaluated = evaluations.SelectMany(e => e.Scores.Keys).ToHashSet(StringComparer.Ordinal);
        return new(
            awaited, evaluations.Count > 0,
            [
                .. subjects.GroupBy(s => s.Category, StringComparer.Ordinal)
                    .Where(category => !category.Any(s => evaluated.Contains(s.Code))).Select(category => category.Key),
            ]);
    }

    /// <param name="awaited">What has no closed round, as the reader calls it.</param>
    /// <param name="totals">What is provisional until then, as the reader calls it.</param>
    public IEnumerable<string> Sentences(string awaited, string totals)
    {
        if (Awaited.Count > 0) yield return $"{awaited}综合评议尚未结束，{totals}为暂计。";
        foreach (var category in Without)
        {
            yield return Held
                ? $"“{category}”未作综合评议，其总分按现有权重折算为百分之百，即月度考评占百分之百。"
                : $"“{category}”尚无综合评议，其总分暂按月度考评百分之百计算。";
        }
    }
}
