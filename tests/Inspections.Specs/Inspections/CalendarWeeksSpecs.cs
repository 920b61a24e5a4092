using Campaign.Inspections.Inspections;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class CalendarWeeksSpecs
{
    [Theory]
    [InlineData("2000-01")]
    [InlineData("2024-09")]
    [InlineData("2100-12")]
    public void A_month_begins_with_its_first_day(string month) =>
        $"{CalendarWeeks.FirstOfMonth(month):yyyy-MM-dd}".ShouldBe($"{month}-01");

    [Theory]
    [InlineData("9999-12")]
    [InlineData("0001-01")]
    [InlineData("1999-12")]
    [InlineData("2024-13")]
    [InlineData("2024-9")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_month_of_ours_has_none(string? month) => CalendarWeeks.FirstOfMonth(month).ShouldBeNull();
}
