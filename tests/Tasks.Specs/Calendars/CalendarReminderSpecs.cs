using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.Specs.Calendars;

public sealed class CalendarReminderSpecs
{
    [Theory]
    [InlineData("2026-10-31", "")]
    [InlineData("2026-11-01", "2027")]
    [InlineData("2026-12-31", "2027")]
    [InlineData("2027-01-01", "2027")]
    [InlineData("2027-11-01", "2027 2028")]
    public void The_next_year_is_asked_for_from_November_on_and_the_running_one_always(string today, string years) =>
        string.Join(' ', CalendarReminder.Of(CalendarStory.Official, CalendarStory.Day(today)).Select(reminder => reminder.Year))
            .ShouldBe(years);
}
