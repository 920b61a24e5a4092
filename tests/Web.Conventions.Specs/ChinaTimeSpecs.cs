namespace Campaign.Web.Specs;

public sealed class ChinaTimeSpecs
{
    private static readonly DateTimeOffset Midnight = new(2024, 10, 31, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_deadline_at_24_00_belongs_to_the_day_it_names_in_whatever_zone_it_is_written()
    {
        ChinaTime.DeadlineDay(Midnight).ShouldBe(new(2024, 10, 31));
        ChinaTime.DeadlineDay(Midnight.ToOffset(TimeSpan.FromHours(8))).ShouldBe(new(2024, 10, 31));
        ChinaTime.DeadlineDay(Midnight.AddTicks(1)).ShouldBe(new(2024, 11, 1));
        ChinaTime.DeadlineDay(Midnight.AddTicks(-1)).ShouldBe(new(2024, 10, 31));
        ChinaTime.DateOf(Midnight).ShouldBe(new(2024, 11, 1), "what happens then happens on the next day");
    }

    [Fact]
    public void It_is_written_so_everywhere()
    {
        ChinaTime.DeadlineText(Midnight).ShouldBe("2024年10月31日24:00");
        ChinaTime.DeadlineText(Midnight.AddHours(-6)).ShouldBe("2024年10月31日18:00");
        ChinaTime.DeadlineCell(Midnight).ShouldBe(Midnight.AddSeconds(-1));
        ChinaTime.DeadlineCell(Midnight.AddHours(-6)).ShouldBe(Midnight.AddHours(-6));
    }
}
