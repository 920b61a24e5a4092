using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Scorecards;

public sealed class MonthScoringSpecs
{
    [Theory]
    [InlineData("2024-09", true)]
    [InlineData("2024-13", false)]
    [InlineData("2024-9", false)]
    [InlineData("202409", false)]
    [InlineData("1024-09", false)]
    [InlineData("二〇二四年九月", false)]
    [InlineData(null, false)]
    public void A_month_is_written_with_year_and_two_digits(string? text, bool valid) => Month.TryParse(text, out _).ShouldBe(valid);

    [Fact]
    public void The_month_before_January_is_December_of_last_year() => new Month(2025, 1).Previous.ShouldBe(new Month(2024, 12));

    [Fact]
    public void A_month_begins_and_ends_at_midnight_in_Shanghai() =>
        (September.Start, September.End).ShouldBe((new(2024, 8, 31, 16, 0, 0, TimeSpan.Zero), new(2024, 9, 30, 16, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Only_weeks_wholly_in_the_month_are_asked_for() =>
        September.WholeWeeks().ShouldBe([new(2024, 9, 2), new(2024, 9, 9), new(2024, 9, 16), new(2024, 9, 23)]);

    [Fact]
    public void A_week_from_the_first_to_the_seventh_counts() => new Month(2024, 7).WholeWeeks().First().ShouldBe(new DateOnly(2024, 7, 1));

    [Fact]
    public void A_subject_added_in_the_month_is_covered_from_that_day()
    {
        var month = Of().With(Subject("A", from: new DateOnly(2024, 9, 10))).With(Subject("B", until: new DateOnly(2024, 9, 15))).Compute();
        month.MissingWeeks["A"].ShouldBe([new(2024, 9, 16), new(2024, 9, 23)]);
        month.MissingWeeks["B"].ShouldBe([new(2024, 9, 2), new(2024, 9, 9)]);
    }

    [Fact]
    public void A_subject_takes_part_only_in_its_months() =>
        Of().With(Subject("A", from: new DateOnly(2024, 10, 1))).With(Subject("B", until: new DateOnly(2024, 8, 31)))
            .Compute().Scorecards.ShouldBeEmpty();

    [Fact]
    public void A_week_not_yet_over_is_not_missing() =>
        Of("A").Compute(asOf: At(15, 23, 59)).MissingWeeks["A"].ShouldBe([new DateOnly(2024, 9, 2)]);

    [Fact]
    public void Equal_scores_share_a_rank_and_those_without_share_the_one_after_the_last()
    {
        var ranks = Of("A", "B", "C", "D", "E", "F").With(Subject("Z", "机关部门"))
            .Inspected("A", 2, 95).Inspected("B", 2, 90).Inspected("C", 2, 90).Inspected("D", 2, 85).Inspected("Z", 2, 10)
            .Compute().Scorecards;
        ranks.Select(c => (c.Subject, c.Rank)).ShouldBe([("A", 1), ("B", 2), ("C", 2), ("D", 4), ("E", 5), ("F", 5), ("Z", 1)]);
    }

    [Fact]
    public void Where_nobody_of_a_category_has_a_score_nobody_is_first()
    {
        var scoring = Of("A", "B").With(Subject("Z", "机关部门")).Inspected("Z", 2, 80).Compute();
        scoring.Scorecards.Select(c => (c.Subject, c.Rank)).ShouldBe([("A", null), ("B", null), ("Z", 1)]);
    }

    [Fact]
    public void Ranks_go_by_the_announced_score() =>
        Of("A", "B").Inspected("A", 2, 90).Inspected("A", 3, 90).Inspected("A", 4, 90.01m).Inspected("B", 2, 90)
            .Compute().Scorecards.ShouldAllBe(c => c.Score == 90 && c.Rank == 1);

    [Theory]
    [InlineData("month", 2024, 9, true)]
    [InlineData("month", 2024, 8, false)]
    [InlineData("halfYear", 2024, 7, true)]
    [InlineData("halfYear", 2024, 6, false)]
    [InlineData("year", 2024, 1, true)]
    [InlineData("year", 2025, 9, false)]
    public void A_veto_covers_its_scope_and_leaves_the_place(string scope, int year, int month, bool vetoed)
    {
        var card = Of("A", "B").Inspected("A", 2, 95).Inspected("B", 2, 90)
            .Vetoed("A", Enum.Parse<HonourScope>(scope, ignoreCase: true), new Month(year, month)).Card("A");
        (card.Vetoed, card.Rank).ShouldBe((vetoed, 1));
    }
}
