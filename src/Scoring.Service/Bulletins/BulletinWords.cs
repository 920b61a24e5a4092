using Campaign.Scoring.Figures;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Sanctions;
using Campaign.Web;

namespace Campaign.Scoring.Bulletins;

/// <summary>The sentences of a bulletin.</summary>
internal sealed class BulletinWords(BulletinIssue issue)
{
    private readonly MonthReport report = issue.Bulletin.Report;
    private readonly Dictionary<string, SubjectResult> results = issue.Bulletin.Report.Results.ToDictionary(
        r => r.Subject, StringComparer.Ordinal);
    private readonly Dictionary<string, BulletinFigure> figures = issue.Bulletin.Figures.ToDictionary(f => f.Code, StringComparer.Ordinal);

    /// <summary>What stands on every draft.</summary>
    public string Draft => $"草稿：数字截至{Wording.Minute(issue.Bulletin.PublishedAt)}，未经发布，不作为考评依据。";

    public string NameOf(string unit) => results.TryGetValue(unit, out var result) ? result.Name : unit;

    public static string KindOf(RedFinding red) => red.Kind switch { RedFindingKind.Overdue => "超期", RedFindingKind.Relapsed => "反弹" };

    /// <summary>A cell that knows dates only has the last second of the day for 24:00.</summary>
    public static DateTimeOffset CellOf(RedFinding red) => red.Kind is RedFindingKind.Overdue ? ChinaTime.DeadlineCell(red.At) : red.At;

    public static string MomentOf(RedFinding red) => red.Kind switch
    {
        RedFindingKind.Overdue => Wording.Due(red.At),
        RedFindingKind.Relapsed => Wording.Minute(red.At),
    };

    /// <summary>What a correction changes beside the lines: who is out of the awards, and who is commended.</summary>
    public static IEnumerable<PendingCorrection> Honours(CorrectionOfMonth correction) =>
        correction.Figures.Where(f => f.Figure is PendingCorrection.Grounds or PendingCorrection.Commended);

    public static string NameOf(PendingCorrection honour) => honour.Figure == PendingCorrection.Grounds ? "取消评先资格" : "受表扬情况";

    public string Remark(string subject)
    {
        var ranking = issue.Bulletin.Categories.Single(c => c.Category == results[subject].Category);
        string?[] remarks =
        [
            ranking.Best.Contains(results[subject].Name, StringComparer.Ordinal) ? "优秀" : null,
            ranking.Last.Contains(results[subject].Name, StringComparer.Ordinal) ? "末位" : null,
            HonourWords.Remark(results[subject].Vetoed, results[subject].Honours),
        ];
        return string.Join('；', remarks.OfType<string>());
    }

    public IEnumerable<string> Overview()
    {
        var (counts, inspections) = (report.Counts, report.Results.Sum(r => r.InspectionScores.Count));
        yield return $"本月参加考评{report.Results.Count}个单位，现场检查打分{inspections}次{Rate("，完整自然周检查覆盖率", "coverage")}。"
            + $"全月登记案件{counts.Cases}件，其中登记当日交办{counts.SameDay}件{Rate("，日交办率", "sameDayRouting")}；"
            + $"最后期限在本月的案件{counts.Due}件，其中按期销号{counts.OnTime}件{Rate("，按期销号率", "onTimeStrikeOff")}；"
            + $"整改复核不通过{counts.Reworked}件{Rate("，返工率", "rework")}；反弹{counts.Relapses}起{Rate("，反弹率", "relapse")}。";
        if (figures.TryGetValue("overdueOpen", out var open) && figures.TryGetValue("strikeOffHours", out var hours))
        {
            yield return $"截至月末，未销号案件{open.Denominator}件，其中超期{open.Numerator}件"
                + $"{(hours.Value is { } median ? $"；本月销号案件自登记至销号历时的中位数为{median:0.##}小时" : "")}。各项指标及其分子、分母详见附件。";
        }
    }

    public IEnumerable<string> Ranking(CategoryRanking category)
    {
        var scored = category.Ranking.Where(r => r.Score is not null).ToList();
        if (scored.Count == 0)
        {
            yield return "本月均未接受检查打分，无得分，不排名次。";
            yield break;
        }
        yield return $"参加排名{category.Ranking.Count}个单位，平均得分{Points.Round(scored.Average(r => r.Score!.Value)):F2}分。"
            + Sentence("优秀：", scored.Where(r => category.Best.Contains(r.Name, StringComparer.Ordinal)).Select(WithScore))
            + Sentence("末位：", category.Ranking.Where(r => category.Last.Contains(r.Name, StringComparer.Ordinal)).Select(WithScore));
        foreach (var vetoed in category.Ranking.Where(r => r.Vetoed)) yield return OutOfAwards(results[vetoed.Subject]);
        var commended = category.Ranking.Select(r => results[r.Subject]).Where(r => r.Honours is { Commendations.Count: > 0 })
            .Select(Commended);
        if (Sentence("受表扬：", commended) is { Length: > 0 } praise) yield return praise;
        if (category.Ranking.Count > scored.Count)
            yield return $"{Names(category.Ranking.Where(r => r.Score is null).Select(r => r.Name))}本月未接受检查打分，无得分，名次排在有得分的单位之后。";
    }

    public IEnumerable<string> Problems()
    {
        var red = issue.Bulletin.RedCases;
        if (red.Count > 0)
        {
            var units = red.CountBy(c => c.Unit, StringComparer.Ordinal).OrderByDescending(u => u.Value)
                .ThenBy(u => u.Key, StringComparer.Ordinal);
            yield return $"红色案件{red.Count}件次，其中超期{red.Count(c => c.Kind is RedFindingKind.Overdue)}件次、"
                + $"反弹{red.Count(c => c.Kind is RedFindingKind.Relapsed)}件次；截至月末仍未销号{red.Count(c => !c.StruckOff)}件次。"
                + $"按责任单位计：{Names(units.Select(u => $"{NameOf(u.Key)}{u.Value}件次"))}。清单附后。";
        }
        if (report.MissingWeeks.Count > 0)
        {
            var missing = report.MissingWeeks.OrderBy(m => m.Key, StringComparer.Ordinal)
                .Select(m => $"{NameOf(m.Key)}（{Names(m.Value.Select(Wording.Day))}）");
            yield return $"下列单位有整周未检查的情况（括号内为该周星期一的日期）：{string.Join('；', missing)}。";
        }
        if (red.Count == 0 && report.MissingWeeks.Count == 0) yield return "本月没有红色案件，各考评对象每个完整自然周均已检查。";
    }

    /// <summary>问责 and 通报批评, one sentence each.</summary>
    public IEnumerable<string> Sanctions() => (issue.Bulletin.Sanctions ?? []).Select(Sentence);

    public string TargetOf(AnnouncedSanction sanction) => sanction.Unit is { } unit ? NameOf(unit) : sanction.Post!;

    private string Sentence(AnnouncedSanction sanction) =>
        $"{TargetOf(sanction)}因{sanction.Reason}被{SanctionWords.Of(sanction.Kind)}（{sanction.Document}）"
        + $"{(sanction.Measure is { } measure ? $"，处理方式：{measure}" : "")}。";

    public IEnumerable<string> Method() =>
    [
        .. PolicyWords.Of(issue.Policy, report.PolicyFrom, issue.Of),
        .. issue.Bulletin.Notes is { Count: > 0 } notes ? [string.Concat(notes)] : Array.Empty<string>(),
    ];

    public string Demand() =>
        $"各责任单位要对照通报指出的问题，{(issue.Bulletin.RedCases.Count > 0 ? "对红色案件逐件明确责任人和时限，限期整改销号，" : "")}举一反三，巩固整改成效，防止反弹。"
        + "对本月得分有异议的，可按规定提出申诉；经核实确需更正的，另发更正通报，本通报不作改动。";

    private string Rate(string name, string code) =>
        figures.TryGetValue(code, out var figure) && figure.Value is not null
            ? $"{name}{figure.Text}（{figure.Numerator}/{figure.Denominator}）"
            : "";

    /// <summary>Bulletins that came out before grounds were noted keep their sentence.</summary>
    private static string OutOfAwards(SubjectResult result) => result.Honours is null
        ? $"{result.Name}本月被一票否决，不参加评先{Place(result, "未被否决")}。"
        : $"{result.Name}因{HonourWords.Grounds(result.Honours)}不参加评先{Place(result, "未取消评先资格")}。";

    private static string Place(SubjectResult result, string otherwise) =>
        result.RankIfNotVetoed is { } rank ? $"；其得分和名次仍予公布，{otherwise}时应列第{rank}名" : "";

    private static string Commended(SubjectResult result) =>
        $"{result.Name}（{string.Join('、', result.Honours!.Commendations.Select(c => $"{Wording.Day(c.Date)}{HonourWords.Of(c.Level)}"))}）";

    private static string WithScore(RankedSubject ranked) =>
        ranked.Score is { } score ? $"{ranked.Name}（{score:F2}分）" : $"{ranked.Name}（无得分）";

    private static string Sentence(string lead, IEnumerable<string> names) => Names(names) is { Length: > 0 } list ? $"{lead}{list}。" : "";

    private static string Names(IEnumerable<string> names) => string.Join('、', names);
}
