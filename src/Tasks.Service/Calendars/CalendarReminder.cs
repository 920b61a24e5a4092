namespace Campaign.Tasks.Calendars;

/// <summary>A year whose table the office has to enter: the running one, and from November on the next, which is announced about then.</summary>
/// <param name="Text">What to do, in a sentence.</param>
internal sealed record CalendarReminder(int Year, string Text)
{
    private const int MonthOfAnnouncement = 11;

    public static IReadOnlyList<CalendarReminder> Of(WorkCalendar calendar, DateOnly today)
    {
        var years = today.Month >= MonthOfAnnouncement ? new[] { today.Year, today.Year + 1 } : [today.Year];
        return [.. years.Where(year => calendar.TableOf(year) is null).Select(year => new CalendarReminder(
            year, $"{year}年节假日表尚未录入。国务院办公厅通知发布后请及时录入；在此之前，跨入{year}年的期限只按周末计算。"))];
    }
}
