using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.DueDates;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Deadlines;

public sealed class DeadlineExplanationSpecs
{
    private const string Table = "2024年节假日表依据国办发明电〔2023〕7号（系统自带），工作时段08:30–12:00、14:00–17:30。";

    [Fact]
    public void Working_days_over_the_National_Day() => Texts(Counted(new(Clock.WorkingDays, 5), "2024-09-30 10:00")).ShouldBe(
    [
        "2024年9月30日10:00下达，即日起计5个工作日（下达当日不计，至最后一个工作日下班前），截至2024年10月12日17:30。",
        "跳过节假日：国庆节10月1日至7日。",
        "计入调休上班日：10月12日（星期六）。",
        Table,
    ]);

    [Fact]
    public void Working_hours_from_a_Friday_evening() => Texts(Counted(new(Clock.WorkingHours, 4), "2024-09-27 20:00")).ShouldBe(
    [
        "2024年9月27日20:00下达，即日起计4个工作时（只计工作日的工作时段），截至2024年9月29日14:30。",
        "跳过2个夜间，非工作时段不计。",
        "跳过周末：9月28日（星期六）。",
        "计入调休上班日：9月29日（星期日）。",
        Table,
    ]);

    [Fact]
    public void Urgent_hours_stop_for_nothing() => Texts(Counted(new(Clock.UrgentHours, 48), "2024-10-04 20:00")).ShouldBe(
    [
        "2024年10月4日20:00下达，即日起计48个紧急工作时（夜间和节假日不停计），截至2024年10月6日20:00。",
        "经过2个夜间，照常计时。",
        "计入节假日：国庆节10月4日至6日。",
        Table,
    ]);

    [Fact]
    public void Natural_days_end_at_24_00() => Texts(Counted(new(Clock.NaturalDays, 3), "2024-09-05 10:00")).ShouldBe(
    [
        "2024年9月5日10:00下达，即日起计3个自然日（下达当日不计，至最后一日24:00），截至2024年9月8日24:00。",
        "计入周末：9月7日至8日。",
        Table,
    ]);

    [Fact]
    public void A_year_without_a_table_is_said_to_have_none() => Texts(Counted(new(Clock.WorkingDays, 5), "2027-10-01 09:00")).ShouldBe(
    [
        "2027年10月1日09:00下达，即日起计5个工作日（下达当日不计，至最后一个工作日下班前），截至2027年10月8日17:30。",
        "跳过周末：10月2日至3日。",
        "2027年没有节假日表，只按周末计算。",
    ]);

    [Fact]
    public void Extensions_and_suspensions_are_told_one_after_the_other() => Texts(
        Issued,
        new DeadlineExtended(TheUnit, Later, "连续降雨", null, Noon, new Term(Clock.NaturalDays, 3), [new(2024, 0)]),
        new ClockSuspended(TheUnit, Noon.AddDays(2), Later.AddDays(2), "停电", null, Noon, [new(2024, 0)]),
        new ClockResumed(TheUnit, Later.AddDays(2), null, Noon.AddDays(2), []),
        new AssignmentBecameOverdue(AssignmentKind.OneOff, Title, TheUnit, Later.AddDays(2)),
        new OverdueAppealUpheld(TheUnit, Later.AddDays(2), "属实", Later.AddDays(3))).ShouldBe(
    [
        "2024年9月2日09:00下达，期限直接指定为2024年9月5日24:00。",
        "第1次延期：在原期限上增加3个自然日（原期限当日不计，至最后一日24:00），截至2024年9月8日24:00。事由：连续降雨",
        "计入周末：9月7日至8日。",
        Table,
        "2024年9月2日12:00起挂账，停止计时至2024年9月4日12:00，期限相应顺延至2024年9月10日24:00。事由：停电",
        "2024年9月4日12:00挂账到期，自动恢复计时，期限为2024年9月10日24:00。",
        "2024年9月10日24:00未办结，超期。",
        "申诉成立，曾超时·不计。理由：属实",
    ]);

    [Fact]
    public void A_deadline_counted_back_names_the_evaluation() => Texts(
        Issued with { Anchor = new(10, 3, Day("2024-09-15")) },
        new DeadlineMoved(TheUnit, Due, Due.AddDays(-3), "提前迎检", Noon, Day("2024-09-12"))).ShouldBe(
    [
        "按迎检日期2024年9月15日倒排，提前10天，截至2024年9月5日24:00；工期3个工作日。",
        "迎检日期改为2024年9月12日，期限由2024年9月5日24:00随之调整为2024年9月2日24:00。事由：提前迎检",
    ]);

    [Fact]
    public void A_long_term_sums_its_weekends_up() =>
        Texts(Counted(new(Clock.WorkingDays, 60), "2025-02-10 09:00"))
            .ShouldContain(text => text.StartsWith("跳过周末：共", StringComparison.Ordinal));

    [Fact]
    public void What_is_said_is_there_as_data_too()
    {
        var step = Of(Counted(new(Clock.WorkingDays, 5), "2024-09-30 10:00")).Steps.Single(step => step.Kind is StepKind.Holidays);
        (step.Counted, step.Days![0]).ShouldBe((false, new DaySpan(Day("2024-10-01"), Day("2024-10-07"), "国庆节")));
    }

    private static AssignmentIssued Counted(Term term, string start)
    {
        var due = term.From(At(start), Official);
        return Issued with { At = At(start), Due = due, Term = term, Calendar = Official.Editions(At(start), due) };
    }

    private static string[] Texts(params object[] history) => [.. Of(history).Steps.Select(step => step.Text)];

    private static DeadlineExplanation Of(params object[] history) =>
        DeadlineExplanation.Of(history.Cast<IAssignmentEvent>().Select(@event =>
            (@event, DeadlineExplanation.EditionsOf(@event).Count > 0 ? Official : WorkCalendar.Plain)));
}
