using Campaign.Tasks.DueDates;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.DueDates;

public sealed class DeadlineSpecs
{
    [Theory]
    [InlineData("2024-09-02T09:00:00+08:00", 3, "2024-09-06T00:00:00+08:00")]
    [InlineData("2024-09-02T23:59:59+08:00", 0, "2024-09-03T00:00:00+08:00")]
    [InlineData("2024-09-02T16:30:00Z", 1, "2024-09-05T00:00:00+08:00")]
    public void Natural_days_end_at_24_00_of_the_last_day_in_China(string from, int days, string due) =>
        Deadline.NaturalDays(Time(from), days).ShouldBe(Time(due));

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
