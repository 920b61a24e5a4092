using Campaign.Scoring.Weeks;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Weeks;

public sealed class PublishWeekSpecs
{
    private static readonly DateTimeOffset NewYear = new(2024, 12, 31, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_week_that_is_over_is_published_under_the_next_number_of_the_year_in_which_it_appears()
    {
        var command = WeekStory.Publish(now: NewYear, nextWeek: "周三检查农贸市场周边。");
        var notice = command.Decide(WeekState.Initial, WeekRegister.Initial with { Last = 6 }).Events.ShouldHaveSingleItem()
            .ShouldBeOfType<WeekNoticePublished>();
        (notice.Year, notice.Number, notice.DocumentNumber).ShouldBe((2025, 7, "周通报〔2025〕第7期"));
        (notice.Week, notice.Correction).ShouldBe(("2024-09-09", null));
        notice.NextWeek.ShouldBe(["周三检查农贸市场周边。"]);
    }

    [Fact]
    public void It_is_published_once() => new Scenario<WeekState>([])
        .When(week => WeekStory.Publish().Decide(week, WeekRegister.Initial)).Then(WeekStory.Publish().Notice(1)).AndAgainNothing();

    [Fact]
    public void A_running_week_is_not_published()
    {
        new Scenario<WeekState>([]).When(week => WeekStory.Publish(now: At(15, 23, 59)).Decide(week, WeekRegister.Initial))
            .ThenRefused(WeekRules.NotOver);
        WeekStory.Publish(now: At(16, 0)).Decide(WeekState.Initial, WeekRegister.Initial).Refusal.ShouldBeNull();
    }

    [Fact]
    public void The_register_counts_numbers() =>
        new Scenario<WeekRegister>([new WeekNoticeNumbered(2024, 3, "2024-09-09", WeekStory.Monday)]).State.Last.ShouldBe(3);
}
