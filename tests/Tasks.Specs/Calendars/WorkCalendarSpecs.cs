using Campaign.Tasks.Calendars;
using Campaign.Testing;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Calendars;

public sealed class WorkCalendarSpecs
{
    [Theory]
    [InlineData("2024-09-27", nameof(DayKind.WorkingDay))]
    [InlineData("2024-09-28", nameof(DayKind.Weekend))]
    [InlineData("2024-09-29", nameof(DayKind.ShiftedWorkingDay))]
    [InlineData("2024-10-05", nameof(DayKind.Holiday))]
    [InlineData("2024-10-12", nameof(DayKind.ShiftedWorkingDay))]
    [InlineData("2024-02-09", nameof(DayKind.WorkingDay))]
    [InlineData("2025-01-28", nameof(DayKind.Holiday))]
    [InlineData("2026-01-04", nameof(DayKind.ShiftedWorkingDay))]
    [InlineData("2026-02-23", nameof(DayKind.Holiday))]
    public void The_arrangements_of_the_State_Council_are_shipped(string day, string kind) =>
        Official.KindOf(Day(day)).ToString().ShouldBe(kind);

    [Theory]
    [InlineData(2024, "国办发明电〔2023〕7号", 28, 8)]
    [InlineData(2025, "国办发明电〔2024〕12号", 28, 5)]
    [InlineData(2026, "国办发明电〔2025〕7号", 33, 6)]
    public void Each_names_its_document(int year, string source, int holidays, int shifted)
    {
        var table = ShippedCalendars.All[year];
        (table.Source, table.Holidays.Sum(h => h.To.DayNumber - h.From.DayNumber + 1), table.WorkingDays.Count)
            .ShouldBe((source, holidays, shifted));
        table.WorkingDays.ShouldAllBe(day => day.DayOfWeek == DayOfWeek.Saturday || day.DayOfWeek == DayOfWeek.Sunday);
        table.Windows.ShouldBe(Window.Default);
    }

    [Fact]
    public void A_year_without_a_table_has_plain_weekends()
    {
        Official.KindOf(Day("2027-10-01")).ShouldBe(DayKind.WorkingDay);
        Official.KindOf(Day("2027-10-02")).ShouldBe(DayKind.Weekend);
        Official.Editions(At("2026-12-31 09:00"), At("2027-01-04 09:00")).ShouldBe([new(2026, 0)]);
    }

    [Fact]
    public void Working_time_is_what_lies_in_the_windows()
    {
        Official.WorkingTimeBetween(At("2024-09-27 11:00"), At("2024-09-29 09:00")).ShouldBe(TimeSpan.FromHours(1 + 3.5 + 0.5));
        Official.WorkingTimeBetween(At("2024-10-01 00:00"), At("2024-10-07 24:00")).ShouldBe(TimeSpan.Zero);
    }
}
