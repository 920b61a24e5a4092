using Campaign.Scoring.Kernel;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>In every month of the year the weights of the items that apply add up to the full marks of that month.</summary>
internal static class MonthLint
{
    private const decimal UsualMarks = Points.Max;
    private static readonly IReadOnlyList<int> Year = [.. Enumerable.Range(1, 12)];

    public static IEnumerable<FieldError> Of(Policy policy)
    {
        var marks = policy.FullMarks ?? [];
        if (marks.Count > Year.Count || marks.Contains(null!)) return [new("/fullMarks", "full-marks-invalid", "满分最多按 12 组月份规定，不能有空项。")];
        return [.. marks.SelectMany(Marks), .. Coverage(marks), .. Sums(policy, marks)];
    }

    public static IEnumerable<FieldError> Months(IReadOnlyList<int> months, string place)
    {
        if (months.Count == 0) yield return new($"{place}/months", "months-cover-nothing", "没有列出任何月份，永远不会生效；全年适用请不写 months。");
        if (months.Any(m => !Year.Contains(m)) || months.Distinct().Count() < months.Count)
            yield return new($"{place}/months", "months-invalid", "月份须为 1 到 12，不能重复。");
    }

    private static IEnumerable<FieldError> Marks(FullMarks marks, int index)
    {
        if (marks.Points <= 0 || !Numbers.IsWeight(marks.Points))
            yield return new($"/fullMarks/{index}/points", "out-of-range", $"满分须大于 0、不超过 {Numbers.MaxWeight}，最多四位小数。");
        if (marks.Months is null) yield break;
        foreach (var defect in Months(marks.Months, $"/fullMarks/{index}")) yield return defect;
    }

    private static IEnumerable<FieldError> Coverage(IReadOnlyList<FullMarks> marks)
    {
        if (marks.Count == 0) yield break;
        var missing = Year.Where(month => !marks.Any(m => Covers(m, month))).ToList();
        var twice = Year.Where(month => marks.Count(m => Covers(m, month)) > 1).ToList();
        if (missing.Count > 0) yield return new("/fullMarks", "months-gap", $"{Names(missing)}没有规定满分。");
        if (twice.Count > 0) yield return new("/fullMarks", "months-overlap", $"{Names(twice)}的满分规定了不止一次。");
    }

    private static IEnumerable<FieldError> Sums(Policy policy, IReadOnlyList<FullMarks> marks)
    {
        IReadOnlyList<Item> items = policy.Items is { Count: > 0 } own ? [.. own.OfType<Item>()] : [PolicyItems.MeanOfInspections];
        var wrong =
            from month in Year
            let sum = items.Where(i => i.AppliesIn(month)).Sum(i => i.Weight)
            let full = marks.Count == 0 ? UsualMarks : marks.FirstOrDefault(m => Covers(m, month))?.Points
            where full is not null && sum != full
            group month by (Sum: sum, Full: full);
        foreach (var months in wrong)
        {
            yield return months.Key.Sum == 0
                ? new("/items", "month-without-items", $"{Names([.. months])}没有任何有权重的项目。")
                : new("/items", "weights-do-not-add-up",
                    $"{Names([.. months])}各项目权重之和为 {months.Key.Sum:0.####}，应为满分 {months.Key.Full:0.####}。");
        }
    }

    private static bool Covers(FullMarks marks, int month) => marks.Months is null || marks.Months.Contains(month);

    private static string Names(IReadOnlyList<int> months) => months.Count == Year.Count ? "全年" : $"{string.Join('、', months)} 月";
}
