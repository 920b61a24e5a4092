using Campaign.Figures;

namespace Campaign.Scoring.Weeks;

/// <summary>What a correction of a weekly notice says otherwise than the notice before.</summary>
internal sealed record WeekChange(string What, string Was, string Now)
{
    private const string None = "无";

    public static IReadOnlyList<WeekChange> Between(WeekReport was, WeekReport now)
    {
        var after = Said(now);
        var before = Said(was);
        return
        [
            .. before.Keys.Union(after.Keys, StringComparer.Ordinal)
                .Select(what => new WeekChange(what, before.GetValueOrDefault(what, None), after.GetValueOrDefault(what, None)))
                .Where(change => change.Was != change.Now),
        ];
    }

    private static Dictionary<string, string> Said(WeekReport report)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["登记案件数"] = $"{report.Counts.Recorded}件",
            ["销号案件数"] = $"{report.Counts.StruckOff}件",
            ["反弹案件数"] = $"{report.Counts.Relapses}起",
            ["未销号案件数"] = $"{report.Counts.Open}件",
            ["超期未销号案件数"] = $"{report.Counts.Overdue}件",
            ["检查次数"] = $"{report.Counts.Inspections}次",
            ["红色案件数"] = $"{report.RedCases.Count}件次",
        };
        foreach (var figure in WeekFigures.Of(report.Figures))
            said[figure.Name] = $"{figure.Text}（{figure.Numerator}/{figure.Denominator}）";
        foreach (var ranked in report.Categories.SelectMany(category => category.Ranking))
        {
            said[$"{ranked.Name}得分"] = ranked.Score is { } score ? $"{score:F2}分" : "无得分";
            said[$"{ranked.Name}名次"] = ranked.Rank is { } rank ? $"第{rank}名" : "不排名次";
        }
        return said;
    }
}

/// <summary>The figures of a week in words: those of findings as everywhere, and the coverage.</summary>
internal static class WeekFigures
{
    private const string Period = "本周";

    public static IReadOnlyList<Bulletins.BulletinFigure> Of(IReadOnlyDictionary<string, Figures.FigureValue> values) =>
    [
        .. from general in RoundFigure.All
           where values.ContainsKey(general.Code)
           let figure = general.For(Period)
           let value = values[figure.Code]
           select new Bulletins.BulletinFigure(
               figure.Code, figure.Name, value.Numerator, figure.Numerator, value.Denominator, figure.Denominator, value.Value,
               figure.Outcome is null ? "小时" : "%"),
        .. values.TryGetValue(WeekReport.Coverage, out var coverage)
            ? [new Bulletins.BulletinFigure(
                WeekReport.Coverage, "检查覆盖率", coverage.Numerator, "本周至少检查一次的考评对象", coverage.Denominator, "整周参加考评的对象",
                coverage.Value, "%")]
            : Array.Empty<Bulletins.BulletinFigure>(),
    ];
}
