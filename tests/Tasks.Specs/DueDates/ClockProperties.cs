using Campaign.ServiceDefaults;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Countdown;
using Campaign.Tasks.DueDates;
using Campaign.Web;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.DueDates;

/// <summary>What holds for every clock, calendar and moment.</summary>
public sealed class ClockProperties
{
    private static readonly Clock[] Clocks = Enum.GetValues<Clock>();

    [Fact]
    public void A_then_b_is_a_and_b() => ForAll(
        from calendar in SomeCalendar
        from start in SomeMoment
        from a in SomeTerm
        from b in Gen.Choose(1, 40)
        select (calendar, start, a, b),
        x =>
        {
            var then = x.a with { Amount = Size(x.a.Clock, x.b) };
            var both = x.a with { Amount = x.a.Amount + then.Amount };
            return then.Beyond(x.a.From(x.start, x.calendar), x.calendar) == both.From(x.start, x.calendar);
        });

    [Fact]
    public void A_longer_term_ends_later() => ForAll(
        from calendar in SomeCalendar
        from start in SomeMoment
        from term in SomeTerm
        from more in Gen.Choose(1, 40)
        select (calendar, start, term, more),
        x => (x.term with { Amount = x.term.Amount + Size(x.term.Clock, x.more) })
            .From(x.start, x.calendar) > x.term.From(x.start, x.calendar));

    [Fact]
    public void Who_starts_later_ends_no_earlier() => ForAll(
        from calendar in SomeCalendar
        from start in SomeMoment
        from minutes in Gen.Choose(0, 5000)
        from term in SomeTerm
        select (calendar, start, minutes, term),
        x => x.term.From(x.start.AddMinutes(x.minutes), x.calendar) >= x.term.From(x.start, x.calendar));

    [Fact]
    public void Working_time_added_is_working_time_passed() => ForAll(
        from calendar in SomeCalendar
        from start in SomeMoment
        from minutes in Gen.Choose(1, 10_000)
        select (calendar, start, time: TimeSpan.FromMinutes(minutes)),
        x =>
        {
            var end = x.calendar.AddWorkingTime(x.start, x.time);
            return x.calendar.WorkingTimeBetween(x.start, end) == x.time && x.calendar.IsWorking(ChinaTime.DateOf(end));
        });

    [Fact]
    public void A_suspension_shifts_the_deadline_by_the_time_it_lasted() => ForAll(SomeSuspension, x =>
    {
        var (calendar, due, from, until, clock) = x;
        var later = SuspensionCalculator.Shift(clock, due, from, until, calendar);
        if (clock is Clock.WorkingDays && later != calendar.EndOfWork(ChinaTime.DateOf(later))) return false;
        return later >= due && later > until && clock switch
        {
            Clock.UrgentHours => later - due == until - from,
            Clock.WorkingHours => calendar.WorkingTimeBetween(due, later) == calendar.WorkingTimeBetween(from, until),
            Clock.NaturalDays => Days(due, later) == ChinaTime.DateOf(until).DayNumber - ChinaTime.DateOf(from).DayNumber,
            Clock.WorkingDays => Deadline.DayOf(due) == ChinaTime.DateOf(from)
                || calendar.WorkingDaysBetween(Deadline.DayOf(due), Deadline.DayOf(later))
                == calendar.WorkingDaysBetween(ChinaTime.DateOf(from), ChinaTime.DateOf(until)),
        };
    });

    [Fact]
    public void Who_resumes_earlier_is_due_no_later() => ForAll(
        from suspension in SomeSuspension from part in Gen.Choose(0, 100) select (suspension, part),
        x =>
        {
            var (calendar, due, from, until, clock) = x.suspension;
            var earlier = from + ((until - from) * x.part / 100);
            return SuspensionCalculator.Shift(clock, due, from, earlier, calendar)
                <= SuspensionCalculator.Shift(clock, due, from, until, calendar);
        });

    [Fact]
    public void The_red_list_is_found_by_deadlines() => ForAll(
        from calendar in SomeCalendar
        from now in SomeMoment
        from due in SomeMoment
        from days in Gen.Choose(0, 30)
        select (calendar, now, due, days),
        x => (LatestStart.Of(x.due, x.days, x.calendar) < x.now) == (x.due <= LatestStart.Passed(x.now, x.days, x.calendar)));

    /// <summary>Any minute of three years, and more often than by chance midnight and the hours at which windows begin and end.</summary>
    private static Gen<DateTimeOffset> SomeMoment =>
        from day in Gen.Choose(0, 3 * 365)
        from minute in Gen.OneOf(Gen.Choose(0, 24 * 60), Gen.Elements(0, 510, 720, 840, 1050))
        select At("2024-01-01 00:00").AddDays(day).AddMinutes(minute);

    private static Gen<Term> SomeTerm =>
        from clock in Gen.Elements(Clocks) from size in Gen.Choose(1, 40) select new Term(clock, Size(clock, size));

    /// <summary>The official calendars, or holidays and 调休 by chance; one year in three has no table at all.</summary>
    private static Gen<WorkCalendar> SomeCalendar => Gen.OneOf(Gen.Constant(Official), RandomCalendar);

    private static Gen<WorkCalendar> RandomCalendar =>
        from starts in Gen.ArrayOf(Gen.Choose(0, 2 * 360), 12)
        from lengths in Gen.ArrayOf(Gen.Choose(0, 9), 12)
        from shifted in Gen.ArrayOf(Gen.Choose(0, 2 * 360), 12)
        select Calendar([.. starts.Zip(lengths)], shifted);

    private static Gen<(WorkCalendar Calendar, DateTimeOffset Due, DateTimeOffset From, DateTimeOffset Until, Clock Clock)>
        SomeSuspension =>
        from calendar in SomeCalendar
        from start in SomeMoment
        from term in SomeTerm
        from part in Gen.Choose(0, 99)
        from near in Gen.Elements(false, true)
        from minutes in Gen.Choose(1, 60_000)
        let due = term.From(start, calendar)
        let at = near && due.AddHours(-8) > start ? due.AddHours(-8 * part / 100d) : start + ((due - start) * part / 100)
        where at < due
        select (calendar, due, at, at.AddMinutes(minutes), term.Clock);

    private static WorkCalendar Calendar((int Start, int Length)[] holidays, int[] shifted)
    {
        var first = Day("2024-01-01");
        Holiday[] off = [.. holidays.Select(h => new Holiday("假", first.AddDays(h.Start), first.AddDays(h.Start + h.Length)))];
        DateOnly[] on =
            [.. shifted.Select(day => first.AddDays(day)).Where(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)];
        return new(new[] { 2024, 2025 }.Select(year => (
            new CalendarYear(
                year, "样例", null, [.. off.Where(h => h.From.Year == year)], [.. on.Where(day => day.Year == year)], Window.Default), 1L)));
    }

    /// <summary>Hours come in quarters, days in days.</summary>
    private static decimal Size(Clock clock, int size) => clock is Clock.UrgentHours or Clock.WorkingHours ? size / 4m : size;

    private static int Days(DateTimeOffset from, DateTimeOffset to) => Deadline.DayOf(to).DayNumber - Deadline.DayOf(from).DayNumber;

    private static void ForAll<T>(Gen<T> some, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(some.ToArbitrary(), holds));
}
