using Campaign.Scoring.Kernel;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Bulletins;

/// <summary>How scores were made, as a bulletin tells it.</summary>
internal static class PolicyWords
{
    public static IEnumerable<string> Of(Policy policy, string from, Month month)
    {
        var since = Month.Parse(from);
        yield return $"本月得分按自{since.Year}年{since.Number}月起执行的考评办法计算，采用百分制，{Base(policy, month)}"
            + (policy.Adjustments.Count == 0 ? "，不另行加减分。" : $"，另按下列标准加减分：{string.Join('；', policy.Adjustments.Select(Rule))}。")
            + "得分四舍五入保留两位小数，最低0分，最高100分；同分者名次并列。";
        if (policy.EvaluationWeight > 0)
        {
            yield return $"年度总分由日常考评得分（占{policy.DailyWeight:0.##%}）和综合评议得分（占{policy.EvaluationWeight:0.##%}）构成，"
                + "综合评议每半年进行一次；本通报只反映月度得分，不是年度结果。";
        }
    }

    private static string Base(Policy policy, Month month)
    {
        var items = (policy.Items ?? []).Where(item => item.AppliesIn(month.Number)).ToList();
        return items.Count == 0
            ? "以当月各次现场检查得分的平均分为基础"
            : $"由下列项目构成：{string.Join('、', items.Select(item => item.Weight > 0 ? $"{item.Name}（{item.Weight:0.####}分）" : item.Name))}";
    }

    private static string Rule(Adjustment adjustment)
    {
        var verb = adjustment.Points < 0 ? "扣" : "加";
        return $"{Name(adjustment.Kind)}{verb}{Math.Abs(adjustment.Points):0.####}分，每月最多{verb}{adjustment.CapPerMonth:0.####}分";
    }

    private static string Name(string kind) => kind switch
    {
        "overdueCase" => "案件超期每件",
        "relapse" => "案件反弹每起",
        "rejectedRectification" => "整改复核不通过每次",
        "commendation" or "cityCommendation" or "districtCommendation" or "streetCommendation" => $"受到{MetricCatalogue.NameOf(kind)}每次",
        _ => $"{MetricCatalogue.NameOf(kind)}每次",
    };
}
