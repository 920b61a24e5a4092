using Campaign.ServiceDefaults;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.DueDates;
using Campaign.Web;

namespace Campaign.Tasks.Deadlines;

/// <summary>What lay between two moments, and whether the clock counted it.</summary>
internal static class DeadlineTrace
{
    /// <param name="begins">From the start of a term; otherwise on from a deadline.</param>
    public static IEnumerable<ExplanationStep> Of(Term term, DateTimeOffset from, DateTimeOffset until, WorkCalendar calendar, bool begins)
    {
        var inHours = term.Clock is Clock.UrgentHours or Clock.WorkingHours;
        var everything = term.Clock is Clock.UrgentHours or Clock.NaturalDays;
        var start = begins ? ChinaTime.DateOf(from) : Deadline.DayOf(from);
        var days = Days(inHours ? start : start.AddDays(1), Deadline.DayOf(until)).ToList();

        var nights = Deadline.DayOf(until).DayNumber - ChinaTime.DateOf(from).DayNumber;
        if (inHours && nights > 0)
            yield return new(StepKind.Nights, Wording.Nights(nights, everything), Counted: everything, Nights: nights);

        var weekends = Spans(days, day => calendar.KindOf(day) is DayKind.Weekend, _ => null);
        if (weekends.Count > 0)
            yield return new(StepKind.Weekends, Wording.Weekends(weekends, everything), Days: weekends, Counted: everything);

        var holidays = Spans(days, day => calendar.KindOf(day) is DayKind.Holiday, calendar.HolidayOn);
        if (holidays.Count > 0)
            yield return new(StepKind.Holidays, Wording.Holidays(holidays, everything), Days: holidays, Counted: everything);

        var shifted = Spans(days, day => calendar.KindOf(day) is DayKind.ShiftedWorkingDay, _ => null);
        if (shifted.Count > 0) yield return new(StepKind.ShiftedWorkingDays, Wording.Shifted(shifted), Days: shifted, Counted: true);

        foreach (var step in Tables(calendar.Editions(from, until), calendar)) yield return step;
        foreach (var year in days.Select(day => day.Year).Distinct().Where(year => calendar.TableOf(year) is null))
            yield return new(StepKind.NoCalendar, $"{year}年没有节假日表，只按周末计算。");
    }

    public static IEnumerable<ExplanationStep> Tables(IReadOnlyList<Edition> editions, WorkCalendar calendar) =>
        from edition in editions
        let table = calendar.TableOf(edition.Year)
        where table is not null
        select new ExplanationStep(StepKind.Calendar, Wording.Table(table, edition.Version));

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1)) yield return day;
    }

    /// <summary>Days that follow one another, under the same name, as one span.</summary>
    private static List<DaySpan> Spans(IEnumerable<DateOnly> days, Func<DateOnly, bool> wanted, Func<DateOnly, string?> name)
    {
        var spans = new List<DaySpan>();
        foreach (var day in days.Where(wanted))
        {
            if (spans is [.., var last] && last.To.AddDays(1) == day && last.Name == name(day)) spans[^1] = last with { To = day };
            else spans.Add(new(day, day, name(day)));
        }
        return spans;
    }
}
