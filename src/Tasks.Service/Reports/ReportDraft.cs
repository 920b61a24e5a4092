using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using Campaign.Web;

namespace Campaign.Tasks.Reports;

/// <summary>Drafts a report from what the events say. Nothing in it is asked of anybody again.</summary>
/// <param name="nameOf">Name of a unit by its code.</param>
/// <param name="kindName">How a kind of assignment is called.</param>
/// <param name="now">In a period that is running, numbers and days late are those of now, never those of its end.</param>
internal sealed class ReportDraft(
    ReportFacts facts, Func<string, string> nameOf, Func<AssignmentKind, string> kindName, DateTimeOffset now)
{
    private const int Named = 5;

    private readonly ReportPeriod period = facts.Period;
    private readonly UnitTally total = facts.Total;
    private readonly DateOnly today = ChinaTime.DateOf(now);

    private bool IsRunning => now < ChinaTime.EndOf(period.To);

    private DateOnly Last => IsRunning ? today : period.To;

    private string AsOf => IsRunning ? $"截至今天（{Day(today)}{ChinaTime.Local(now):HH:mm}）" : $"截至{Day(period.To)}";

    public ReportDocument Document()
    {
        var units = facts.Unit is null ? [Units()] : Array.Empty<ReportSection>();
        ReportSection[] sections = [Overall(), Work(), .. units, Returned(), RedList(), Next()];
        return new(
            $"{facts.Unit ?? facts.Street}{period.Title}",
            [.. sections.Index().Select(section => section.Item with { Heading = $"{Numeral(section.Index)}、{section.Item.Heading}" })],
            facts.Unit ?? $"{facts.Street}创建国家卫生城市工作领导小组办公室", today);
    }

    private ReportSection Overall()
    {
        var kinds = facts.IssuedByKind.Count > 1
            ? $"（{string.Join("、", facts.IssuedByKind.Select(kind => $"{kindName(kind.Kind)}{kind.Count}项"))}）"
            : "";
        var issued = total.Issued > 0 ? $"下达任务{total.Issued}项{kinds}" : "未下达新任务";
        var approved = total.Approved > 0 ? $"审核通过{total.Approved}项，其中按期办结{total.OnTime}项" : "无任务办结";
        string[] paragraphs =
        [
            $"{period.Name}（{Day(period.From)}至{Day(period.To)}），{issued}；上报{total.Submitted}项次，{approved}；"
            + $"退回重办{total.Returned}项次，新增超期{total.BecameOverdue}项。",
            $"{AsOf}，在办任务{total.Open}项，其中超期未办结{total.Late}项。",
        ];
        return new("总体情况", facts.Done.Count == 0 ? paragraphs : [.. paragraphs, $"办结的主要任务：{Titles(facts.Done)}。"]);
    }

    private ReportSection Work()
    {
        if (facts.Work.Count == 0) return new("工作量统计", [$"{period.Name}各项任务未上报工作量。"]);
        var sums = facts.Work.GroupBy(work => (work.Item, work.Measure))
            .Select(work => $"{work.Key.Item}{work.Sum(one => one.Amount):0.###}{work.Key.Measure}");
        return new(
            "工作量统计", [$"{period.Name}累计完成：{string.Join("，", sums)}。"],
            facts.Unit is null
                ? Table(["项目", "责任单位", "数量"], facts.Work, work => [work.Item, nameOf(work.Unit), $"{work.Amount:0.###}{work.Measure}"])
                : null);
    }

    private ReportSection Units() => facts.Units.Count == 0
        ? new("各单位办理情况", ["各单位无任务。"])
        : new("各单位办理情况", [], Table(
            ["责任单位", "下达", "上报", "办结", "按期", "退回", "超期", "在办"], facts.Units,
            unit =>
            [
                nameOf(unit.Unit), $"{unit.Issued}", $"{unit.Submitted}", $"{unit.Approved}", $"{unit.OnTime}", $"{unit.Returned}",
                $"{unit.BecameOverdue}", $"{unit.Open}",
            ]));

    private ReportSection Returned() => facts.Returned.Count == 0
        ? new("退回重办情况", [$"{period.Name}无退回重办的任务。"])
        : new("退回重办情况", [$"{period.Name}退回重办{Shown(facts.Returned, "项次")}："], Table(
            ["任务", "责任单位", "退回原因"], facts.Returned.Lines, line => [line.Title, nameOf(line.Unit), line.Reason ?? ""]));

    private ReportSection RedList() => facts.RedList.Count == 0
        ? new("超期任务红色名单", [$"{AsOf}，无超期未办结的任务。"])
        : new("超期任务红色名单", [$"{AsOf}，超期未办结任务{Shown(facts.RedList)}，请责任单位抓紧办理："], Table(
            ["任务", "责任单位", "期限", "超期天数"], facts.RedList.Lines,
            line => [line.Title, nameOf(line.Unit), Wording.Due(line.Due), $"{DaysLate(line.Due)}"]));

    private ReportSection Next() => facts.DueNext.Count == 0
        ? new($"{period.NextName}工作安排", [$"{period.NextName}无到期任务，请各单位继续抓好日常工作。"])
        : new($"{period.NextName}工作安排", [$"{period.NextName}到期任务{Shown(facts.DueNext)}，请有关单位按期完成："], Table(
            ["任务", "责任单位", "期限"], facts.DueNext.Lines, line => [line.Title, nameOf(line.Unit), Wording.Due(line.Due)]));

    private static ReportTable Table<T>(IReadOnlyList<string> columns, IReadOnlyList<T> rows, Func<T, string[]> cells) =>
        new(columns, [.. rows.Select(cells)]);

    /// <summary>Whole days from the day of the deadline to the end of the period, or to today.</summary>
    private int DaysLate(DateTimeOffset due) => Last.DayNumber - ChinaTime.DeadlineDay(due).DayNumber;

    private string Titles(ReportLines lines)
    {
        var named = lines.Lines.Take(Named).Select(line => facts.Unit is null ? $"{nameOf(line.Unit)}“{line.Title}”" : $"“{line.Title}”");
        return $"{string.Join("；", named)}{(lines.Count > Named ? $"等{lines.Count}项" : "")}";
    }

    private static string Shown(ReportLines lines, string measure = "项") =>
        $"{lines.Count}{measure}{(lines.Count > lines.Lines.Count ? $"（下表列前{lines.Lines.Count}项）" : "")}";

    private static string Day(DateOnly day) => $"{day.Month}月{day.Day}日";

    private static string Numeral(int index) => "一二三四五六七八九"[index].ToString();
}
