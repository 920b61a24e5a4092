using Campaign.Tasks.Countdown;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Countdown;

public sealed class LatestStartSpecs
{
    [Theory]
    [InlineData("2024-10-12 17:30", 1, "2024-10-12 08:30")]
    [InlineData("2024-10-12 24:00", 5, "2024-10-08 08:30")]
    [InlineData("2024-10-12 24:00", 6, "2024-09-30 08:30")]
    [InlineData("2024-10-06 24:00", 1, "2024-09-30 08:30")]
    [InlineData("2024-10-06 24:00", 0, "2024-10-06 24:00")]
    public void The_latest_start_is_so_many_working_days_before(string due, int days, string start) =>
        LatestStart.Of(At(due), days, Official).ShouldBe(At(start));

    [Theory]
    [InlineData("2024-09-30 08:30", "2024-09-29 24:00")]
    [InlineData("2024-09-30 08:31", "2024-10-07 24:00")]
    public void At_the_latest_start_itself_it_is_not_yet_red(string now, string lastRed) =>
        LatestStart.Passed(At(now), days: 1, Official).ShouldBe(At(lastRed));
}
