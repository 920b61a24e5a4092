using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Figures;

/// <summary>
/// All figures. A finding has one deadline, which is to handle and to close it: where 数字城管 divides by 应处置数 or by 应结案数, both are
/// the findings whose last deadline fell in the month. Voided and merged findings are in none.
/// </summary>
internal static class FigureCatalogue
{
    private const string Due = "最后期限在本月的案件";

    public static IReadOnlyList<Figure> All { get; } =
    [
        new("sameDayRouting", "日交办率", "登记当日即交办的案件", "本月登记的案件", FindingFigures.SameDayRouting),
        new("onTimeStrikeOff", "按期销号率（按期结案率）", "在最后期限前销号的案件", Due,
            DueRounds((due, _) => due.Deadline.OnTime, due => due.Deadline.StruckOffAt is { } at ? $"{Wording.Minute(at)}销号" : "尚未销号")),
        new("rework", "返工率", "整改至少一次复核不通过的案件", Due,
            DueRounds((due, _) => due.Finding.Rejections.Any(), due => $"复核不通过{due.Finding.Rejections.Count()}次")),
        new("relapse", "反弹率", "因反弹而开启的轮次", "本月开启的整改轮次（登记、反弹）", FindingFigures.Relapse),
        new("overdueOpen", "超期未销号占比", "其中已超过最后期限的案件", "期末仍未销号的案件", FindingFigures.OverdueOpen),
        new("strikeOffHours", "登记至销号时长（中位数）", "本月首次销号的案件", "本月首次销号的案件", FindingFigures.StrikeOffHours, IsMedian: true),
        new("coverage", "检查覆盖率", "当周至少检查一次的“对象·周”", "本月已结束的完整自然周（逐个考评对象计）", Coverage),
        new("handling", "处置率", "期末前已上报整改的案件", Due,
            DueRounds((due, until) => due.HandledAt < until, HandledText)),
        new("handlingOnTime", "按期处置率", "在最后期限前上报整改的案件", Due,
            DueRounds((due, _) => due.HandledAt <= due.Deadline.Due, HandledText)),
        new("closing", "结案率", "期末前已销号的案件", Due,
            DueRounds((due, until) => due.Deadline.StruckOffAt < until, due => due.Deadline.StruckOffAt is { } at
                ? $"{Wording.Minute(at)}销号"
                : "尚未销号")),
        new("extension", "延期率", "曾经延期的案件", Due, DueRounds((due, _) => due.Extended, due => due.Extended ? "曾延期" : "未延期")),
    ];

    public static Figure? Find(string code) => All.FirstOrDefault(figure => figure.Code == code);

    private static Func<FigureScope, IEnumerable<Counted>> DueRounds(
        Func<DueRound, DateTimeOffset, bool> counts, Func<DueRound, string> outcome) =>
        scope => scope.Due.Select(due => new Counted(
            due.Deadline.Unit, due.Deadline.Due, counts(due, scope.Until), () => due.Key,
            () => $"案件 {due.CaseNumber}，{Wording.Minute(due.Deadline.Due)}到期，{outcome(due)}"));

    private static string HandledText(DueRound due) => due.HandledAt is { } at ? $"{Wording.Minute(at)}上报整改" : "尚未上报整改";

    private static IEnumerable<Counted> Coverage(FigureScope scope) =>
        from subject in scope.View.Subjects
        from week in Facts.Coverage.Weeks(scope.View, subject)
        select new Counted(
            subject.Code, ChinaTime.StartOf(week.Monday), week.Inspection is not null, () => $"{subject.Code}/{week.Monday:yyyy-MM-dd}",
            () => $"{subject.Name}，{Wording.Day(week.Monday)}至{Wording.Day(week.Monday.AddDays(6))}，"
                + (week.Inspection is { } inspection ? $"{Wording.Day(inspection.Date)}{inspection.Kind}" : "未检查"));
}
