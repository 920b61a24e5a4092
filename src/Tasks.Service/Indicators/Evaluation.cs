using System.Globalization;

namespace Campaign.Tasks.Indicators;

/// <summary>What was reported of an indicator, or of one of its parts, for a year.</summary>
/// <param name="Planned">What the plan asks for, where the target is a plan's.</param>
internal sealed record Measurement(
    int Year, string? Part = null, decimal? Value = null, string? Grade = null, bool? Yes = null, decimal? Planned = null);

/// <summary>
/// Judges a year of an indicator by what one subject (a unit, a street, the district) has reported. Nothing is guessed: what is missing is
/// named. Decimals are compared exactly.
/// </summary>
internal static class Evaluation
{
    /// <summary>Longest window that a target may look back on, in years.</summary>
    public const int MaxYears = 10;

    public static Judgement Of(Indicator indicator, int year, IReadOnlyCollection<Measurement> reported) =>
        indicator.Parts is { Count: > 0 } parts
            ? Judgement.All([.. parts.Select(part => (part, OfPart(indicator, part, year, reported)))])
            : OfPart(indicator, null, year, reported);

    private static Judgement OfPart(Indicator indicator, string? part, int year, IEnumerable<Measurement> reported)
    {
        var years = reported.Where(m => m.Part == part).ToDictionary(m => m.Year);
        var values = years.Values.Where(m => m.Value is not null).ToDictionary(m => m.Year, m => m.Value!.Value);
        var figures = new Figures(indicator.Unit, year, values);
        var now = years.GetValueOrDefault(year);
        return indicator.Target switch
        {
            { Form: TargetForm.Fixed, Op: { } op, Value: { } bound } => figures.Fixed(op, bound),
            { Form: TargetForm.FixedOrTrend, Op: { } op, Value: { } bound, Years: { } span } => figures.FixedOrTrend(op, bound, span),
            { Form: TargetForm.Trend, Direction: { } better, Years: { } span } => figures.Trend(better, span),
            { Form: TargetForm.NotAboveOwnMean, Years: { } span } => figures.NotAboveOwnMean(span),
            { Form: TargetForm.AtLeastPlanInput, Basis: { } plan } => figures.AtLeastPlan(now?.Planned, plan),
            { Form: TargetForm.Norm, Basis: { } norm, Limits: var limits } =>
                figures.Norm(limits?.FirstOrDefault(limit => limit.Part == part)?.Value, norm),
            { Form: TargetForm.GradeAtLeast, Grade: { } least, Grades: { } grades } => Grade(now?.Grade, least, [.. grades], year),
            { Form: TargetForm.Boolean, Yes: { } wanted } => Answer(now?.Yes, wanted, year),
            _ => Judgement.Insufficient("指标的目标没有写全，无法评价。"),
        };
    }

    private static Judgement Grade(string? grade, string least, List<string> grades, int year) => grade is null
        ? Judgement.Insufficient($"缺少{year}年的等级。")
        : Judgement.Of(grades.IndexOf(grade) <= grades.IndexOf(least), grades.IndexOf(grade) <= grades.IndexOf(least)
            ? $"{year}年为{grade}级，不低于{least}级。"
            : $"{year}年为{grade}级，低于{least}级。");

    private static Judgement Answer(bool? answer, bool wanted, int year) => answer is not { } given
        ? Judgement.Insufficient($"缺少{year}年的填报。")
        : Judgement.Of(given == wanted, $"{year}年填报为“{Chinese(given)}”，要求为“{Chinese(wanted)}”。");

    private static string Chinese(bool answer) => answer ? "是" : "否";
}

/// <summary>One series of figures, judged for its last year.</summary>
internal sealed class Figures(string unit, int year, IReadOnlyDictionary<int, decimal> values)
{
    public Judgement Fixed(Comparison op, decimal bound) => values.TryGetValue(year, out var value)
        ? Judgement.Of(
            op.Holds(value, bound), $"{year}年为{Text(value)}，{(op.Holds(value, bound) ? "达到" : "未达到")}“{op.Sign()}{Text(bound)}”。")
        : Missing([year]);

    public Judgement FixedOrTrend(Comparison op, decimal bound, int span)
    {
        var threshold = Fixed(op, bound);
        if (threshold.Result is not Attainment.NotAttained) return threshold;
        var trend = Trend(op.Better(), span);
        return trend with { Reason = threshold.Reason + trend.Reason };
    }

    /// <summary>Each of the last years better than the one before; two known years that are not settle it, whatever lies between.</summary>
    public Judgement Trend(Direction better, int span)
    {
        var window = Enumerable.Range(year - span, span + 1).ToList();
        var known = window.Where(values.ContainsKey).ToList();
        var word = better is Direction.Up ? "提高" : "降低";
        foreach (var (before, after) in known.Zip(known.Skip(1)))
        {
            var isBetter = better is Direction.Up ? values[after] > values[before] : values[after] < values[before];
            if (!isBetter) return Judgement.Of(attained: false, $"{At(after)}，比{At(before)}没有{word}，不是近{span}年逐年{word}。");
        }
        return known.Count == window.Count
            ? Judgement.Of(attained: true, $"近{span}年逐年{word}：{string.Join("、", window.Select(At))}。")
            : Judgement.Insufficient($"缺少{Years(window.Except(known))}的数值，无法判断是否近{span}年逐年{word}。");
    }

    public Judgement NotAboveOwnMean(int span)
    {
        var before = Enumerable.Range(year - span, span).ToList();
        var missing = before.Append(year).Where(y => !values.ContainsKey(y)).ToList();
        if (missing.Count > 0) return Missing(missing);
        var sum = before.Sum(y => values[y]);
        // Multiplied instead of divided: a mean like 1/3 has no exact decimal.
        var attained = values[year] * span <= sum;
        return Judgement.Of(
            attained,
            $"{At(year)}，{(attained ? "不高于" : "高于")}前{span}年（{before[0]}—{before[^1]}年）的平均值{Text(decimal.Round(sum / span, 4))}。");
    }

    public Judgement AtLeastPlan(decimal? planned, string plan)
    {
        if (!values.TryGetValue(year, out var value)) return Missing([year]);
        return planned is { } least
            ? Judgement.Of(value >= least, $"{At(year)}，{(value >= least ? "不低于" : "低于")}{plan}要求的{Text(least)}。")
            : Judgement.Insufficient($"{At(year)}，缺少{year}年{plan}要求的数值。");
    }

    public Judgement Norm(decimal? limit, string norm)
    {
        if (!values.TryGetValue(year, out var value)) return Missing([year]);
        return limit is { } most
            ? Judgement.Of(value <= most, $"{At(year)}，{(value <= most ? "未超过" : "超过")}{norm}限值{Text(most)}。")
            : Judgement.Insufficient($"{At(year)}，没有登记{norm}的限值，无法评价。");
    }

    private static Judgement Missing(IReadOnlyList<int> years) => Judgement.Insufficient($"缺少{Years(years)}的数值。");

    private static string Years(IEnumerable<int> years) => string.Join("、", years.Select(y => $"{y}年"));

    private string At(int y) => $"{y}年为{Text(values[y])}";

    /// <summary>A rate says of how many: the figure takes the place of its 1 (16/10万). Other units with a digit stand apart.</summary>
    private string Text(decimal value)
    {
        var figure = value.ToString("0.##########", CultureInfo.InvariantCulture);
        var of = unit.Trim();
        return of.StartsWith("1/", StringComparison.Ordinal) ? figure + of[1..]
            : of.Length > 0 && char.IsDigit(of[0]) ? $"{figure} {of}"
            : figure + of;
    }
}
