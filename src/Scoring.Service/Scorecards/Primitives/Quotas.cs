namespace Campaign.Scoring.Scorecards.Primitives;

/// <summary>Points for each one that is missing, once the month is over, to what the subject's class is asked for.</summary>
internal static class Quotas
{
    public static ItemScore Score(MeasuredItem item)
    {
        var rule = item.Item;
        if (item.Subject.Profile?.Class is not { } ofSubject) return item.NotApplicable("未登记类别");
        if (rule.Quotas!.FirstOrDefault(q => q.Class == ofSubject) is not { } quota) return item.NotApplicable($"{ofSubject}没有定额");
        var done = item.Occurrences.Sum(o => o.Amount);
        var missing = item.Month.Month.IsOverAt(item.Month.AsOf) ? Math.Max(0, quota.Count - done) : 0;
        var change = Math.Max(missing * rule.Points!.Value, -rule.Limit);
        var effect = missing > 0 ? $"少 {missing:0.##}，扣 {-change:0.00##} 分" : "不扣分";
        var text = $"{rule.Name}：{ofSubject}应完成 {quota.Count:0.##}，已完成 {done:0.##}，{effect}";
        return item.Scored(rule.Start + change, [.. item.StartLine(), item.Line(change, text, item.Last)]);
    }
}
