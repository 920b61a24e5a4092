using Campaign.Scoring.Months;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Months;

public sealed class SetClosingDaySpecs
{
    [Theory]
    [InlineData("2024-10-04", new string[0])]
    [InlineData("2024-10-05", new[] { "2024-09" })]
    [InlineData("2024-12-06", new[] { "2024-09", "2024-10", "2024-11" })]
    public void Months_close_on_the_set_day_from_the_first_named(string today, string[] due) =>
        new ClosingDay(5, "2024-09").DueOn(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture))
            .Select(m => m.ToString()).ShouldBe(due);

    [Fact]
    public void The_closing_day_is_set_for_the_month_just_over() =>
        new Scenario<ClosingDayState>([]).When(new SetClosingDay(5, At(3, month: 10)).Decide)
            .Then(new ClosingDaySet(5, "2024-09", At(3, month: 10))).AndAgainNothing();
}
