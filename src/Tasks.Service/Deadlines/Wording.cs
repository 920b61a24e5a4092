using System.Globalization;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using Campaign.Web;

namespace Campaign.Tasks.Deadlines;

/// <summary>The sentences of an explanation.</summary>
internal static class Wording
{
    private const int MaxListed = 6;
    private const string DayNames = "日一二三四五六";

    public static string Moment(DateTimeOffset at) => ChinaTime.Local(at).ToString("yyyy年M月d日HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A deadline at midnight is the 24:00 of the day before.</summary>
    public static string Due(DateTimeOffset due) => ChinaTime.DeadlineText(due);

    public static string Date(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    public static string Issued(Term term, DateTimeOffset at, DateTimeOffset due) =>
        $"{Moment(at)}下达，即日起计{Amount(term)}{Manner(term.Clock, "下达当日")}，截至{Due(due)}。";

    public static string Hung(Anchor anchor) =>
        $"按迎检日期{Date(anchor.EvaluationDate)}倒排，提前{anchor.DaysBefore}天，截至{Due(anchor.Due)}；工期{anchor.DurationDays}个工作日。";

    public static string Extended(Term term, DeadlineExtended e, int nth) =>
        $"第{nth}次延期：在原期限上增加{Amount(term)}{Manner(term.Clock, "原期限当日")}，截至{Due(e.Due)}。事由：{e.Reason}";

    public static string Suspended(ClockSuspended e) =>
        $"{Moment(e.At)}起挂账，停止计时至{Moment(e.Until)}，期限相应顺延至{Due(e.Due)}。事由：{e.Reason}";

    public static string Resumed(ClockResumed e) => e.Reason is { } reason
        ? $"{Moment(e.At)}提前恢复计时，期限为{Due(e.Due)}。事由：{reason}"
        : $"{Moment(e.At)}挂账到期，自动恢复计时，期限为{Due(e.Due)}。";

    public static string Moved(DeadlineMoved e) => e.EvaluationDate is { } date
        ? $"迎检日期改为{Date(date)}，期限由{Due(e.From)}随之调整为{Due(e.Due)}。事由：{e.Reason}"
        : $"方案调整，期限由{Due(e.From)}改为{Due(e.Due)}。";

    public static string Nights(int nights, bool counted) => counted ? $"经过{nights}个夜间，照常计时。" : $"跳过{nights}个夜间，非工作时段不计。";

    public static string Weekends(IReadOnlyList<DaySpan> spans, bool counted) => $"{Verb(counted)}周末：{List(spans)}。";

    public static string Holidays(IReadOnlyList<DaySpan> spans, bool counted) => $"{Verb(counted)}节假日：{List(spans)}。";

    public static string Shifted(IReadOnlyList<DaySpan> spans) => $"计入调休上班日：{List(spans)}。";

    public static string Table(CalendarYear table, long version) =>
        $"{table.Year}年节假日表依据{table.Source}（{(version == 0 ? "系统自带" : $"区创卫办第{version}次设定")}），"
        + $"工作时段{string.Join('、', table.Windows)}。";

    private static string Verb(bool counted) => counted ? "计入" : "跳过";

    private static string List(IReadOnlyList<DaySpan> spans) => spans.Count > MaxListed
        ? $"共{spans.Sum(span => span.Days)}天，首段{Span(spans[0])}，末段{Span(spans[^1])}"
        : string.Join('、', spans.Select(Span));

    private static string Span(DaySpan span)
    {
        var days = span.Days == 1 ? $"{span.From.Month}月{span.From.Day}日（星期{DayNames[(int)span.From.DayOfWeek]}）"
            : span.From.Month == span.To.Month ? $"{span.From.Month}月{span.From.Day}日至{span.To.Day}日"
            : $"{span.From.Month}月{span.From.Day}日至{span.To.Month}月{span.To.Day}日";
        return span.Name + days;
    }

    private static string Amount(Term term) => term.Clock switch
    {
        Clock.UrgentHours => $"{Number(term.Amount)}个紧急工作时",
        Clock.WorkingHours => $"{Number(term.Amount)}个工作时",
        Clock.WorkingDays => $"{Number(term.Amount)}个工作日",
        Clock.NaturalDays => $"{Number(term.Amount)}个自然日",
    };

    private static string Manner(Clock clock, string firstDay) => clock switch
    {
        Clock.UrgentHours => "（夜间和节假日不停计）",
        Clock.WorkingHours => "（只计工作日的工作时段）",
        Clock.WorkingDays => $"（{firstDay}不计，至最后一个工作日下班前）",
        Clock.NaturalDays => $"（{firstDay}不计，至最后一日24:00）",
    };

    private static string Number(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);
}
