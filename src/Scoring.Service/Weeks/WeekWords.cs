using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Weeks;

/// <summary>The sentences of a weekly notice.</summary>
internal sealed class WeekWords(WeekNotice notice)
{
    private readonly WeekReport report = notice.Report;
    private readonly Dictionary<string, BulletinFigure> figures = notice.Figures.ToDictionary(f => f.Code, StringComparer.Ordinal);
    private readonly Dictionary<string, string> names = notice.Report.Categories.SelectMany(c => c.Ranking)
        .ToDictionary(r => r.Subject, r => r.Name, StringComparer.Ordinal);

    public const string NoPlannedInspections = "计划中的检查不事先通报，以免泄露暗访安排；下周检查由本办另行组织。";

    public string NameOf(string? unit) => string.IsNullOrEmpty(unit) ? "待交办" : names.GetValueOrDefault(unit, unit);

    /// <summary>What stands on every draft.</summary>
    public string Draft => $"草稿：数字截至{Wording.Minute(notice.At)}，未经发布，不作为考评依据。";

    public IEnumerable<string> Overview()
    {
        var (week, counts) = (notice.Of(), report.Counts);
        yield return $"{week.Text}，共登记问题{counts.Recorded}件，其中登记当日交办{counts.SameDay}件{Rate("，日交办率", "sameDayRouting")}；"
            + $"销号{counts.StruckOff}件；反弹{counts.Relapses}起{Rate("，反弹率", "relapse")}。"
            + $"最后期限在本周的案件{Whole("onTimeStrikeOff")}件，其中按期销号{Part("onTimeStrikeOff")}件{Rate("，按期销号率", "onTimeStrikeOff")}；"
            + $"整改复核不通过{Part("rework")}件{Rate("，返工率", "rework")}。";
        var running = notice.Draft && !week.IsOverAt(notice.At);
        yield return $"截至{(running ? Wording.Minute(notice.At) : "周末")}，未销号案件{counts.Open}件，其中超期{counts.Overdue}件"
            + $"{(figures["strikeOffHours"].Value is { } median ? $"；本周销号案件自登记至销号历时的中位数为{median:0.##}小时" : "")}。各单位情况和各项指标详见附件。";
    }

    public IEnumerable<string> Inspections()
    {
        yield return $"本周检查{report.Counts.Inspections}次{Rate("，检查覆盖率", WeekReport.Coverage)}。名次按本周各次检查得分的平均分在同一类别内排列，同分者名次并列。";
        if (report.NotInspected.Count > 0) yield return $"本周未检查的单位：{string.Join('、', report.NotInspected.Select(NameOf))}。";
    }

    public IEnumerable<string> Problems()
    {
        var red = report.RedCases;
        if (red.Count == 0)
        {
            yield return "本周没有红色案件。";
            yield break;
        }
        var units = red.CountBy(c => NameOf(c.Unit), StringComparer.Ordinal).OrderByDescending(u => u.Value)
            .ThenBy(u => u.Key, StringComparer.Ordinal).Select(u => $"{u.Key}{u.Value}件次");
        yield return $"红色案件{red.Count}件次，其中超期{red.Count(c => c.Kind is RedFindingKind.Overdue)}件次、"
            + $"反弹{red.Count(c => c.Kind is RedFindingKind.Relapsed)}件次；仍未销号{red.Count(c => !c.StruckOff)}件次。"
            + $"按责任单位计：{string.Join('、', units)}。清单附后。";
    }

    public static string Ranking(WeekCategory category)
    {
        var scored = category.Ranking.Where(r => r.Score is not null).ToList();
        if (scored.Count == 0) return "本周均未接受检查打分，无得分，不排名次。";
        var best = scored.Where(r => r.Rank == 1).Select(r => $"{r.Name}（{r.Score:F2}分）");
        var last = scored.Where(r => r.Rank == scored.Max(s => s.Rank) && r.Rank > 1).Select(r => $"{r.Name}（{r.Score:F2}分）").ToList();
        return $"有得分的单位{scored.Count}个，平均得分{Points.Round(scored.Average(r => r.Score!.Value)):F2}分。"
            + $"列首位的：{string.Join('、', best)}。{(last.Count > 0 ? $"列末位的：{string.Join('、', last)}。" : "")}";
    }

    public IEnumerable<string> NextWeek() => notice.NextWeek.Count > 0 ? notice.NextWeek : [NoPlannedInspections];

    public string Demand() => report.RedCases.Count > 0 || report.Counts.Overdue > 0
        ? "各责任单位要对红色案件和超期案件逐件明确责任人和时限，限期整改销号，并防止反弹。"
        : "各责任单位要巩固整改成效，防止反弹。";

    private int Part(string code) => figures[code].Numerator;

    private int Whole(string code) => figures[code].Denominator;

    private string Rate(string name, string code) => figures[code] is { Value: not null } figure
        ? $"{name}{figure.Text}（{figure.Numerator}/{figure.Denominator}）"
        : "";
}
