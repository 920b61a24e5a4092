using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards;
using Campaign.Web;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Scorecards;

public sealed class MonthTotalSpecs
{
    [Fact]
    public void A_month_without_an_inspection_has_no_score_which_is_not_zero()
    {
        var card = Of("A").Commended("A", 3).Card("A");
        (card.Score, card.Mean).ShouldBe((null, null));
        card.Lines.ShouldBeEmpty();
        card.Adjustments.ShouldBeEmpty();
    }

    [Fact]
    public void An_inspection_where_nothing_applied_is_no_score_but_a_visit()
    {
        var month = Of("A").Inspected("A", 2, 90).Inspected("A", 9, null).Compute();
        month.Scorecards.Single().InspectionScores.ShouldBe([90m]);
        month.MissingWeeks["A"].ShouldBe([new(2024, 9, 16), new(2024, 9, 23)]);
    }

    [Fact]
    public void Nobody_scores_himself() => Of("A").Inspected("A", 2, 90).Inspected("A", 3, 100, "自查").Card("A").Score.ShouldBe(90);

    [Fact]
    public void A_mean_on_the_border_goes_away_from_zero()
    {
        Of("A").Inspected("A", 2, 80.00m).Inspected("A", 3, 80.01m).Card("A").Score.ShouldBe(80.01m);
        Of("A").Inspected("A", 2, 80.01m).Inspected("A", 3, 80.02m).Card("A").Score.ShouldBe(80.02m);
    }

    [Fact]
    public void Means_are_exact_until_the_score_is_announced() =>
        Of("A").Inspected("A", 2, 90).Inspected("A", 3, 90).Inspected("A", 4, 90.01m)
            .Card("A", policy: FinePoints(0.004m)).Score.ShouldBe(90);

    [Fact]
    public void Each_inspection_has_its_share_and_the_shares_make_the_mean()
    {
        var lines = Of("A").Inspected("A", 5, 92.50m).Inspected("A", 6, 80).Inspected("A", 7, 80.01m).Card("A").Lines;
        lines.Select(l => l.Points).ShouldBe([30.83m, 26.67m, 26.67m]);
        lines[0].Text.ShouldBe("9月5日日常检查得分 92.50，占 1/3");
        lines[0].Score.ShouldBe(92.50m);
    }

    [Fact]
    public void The_cent_left_over_goes_to_the_largest_remainder_the_earlier_first() =>
        Points.Shares([10.01m, 10.01m, 10.02m]).ShouldBe([3.34m, 3.33m, 3.34m]);

    [Fact]
    public void A_deadline_at_midnight_is_written_as_the_end_of_its_day() =>
        Wording.Due(ChinaTime.EndOf(new(2024, 9, 30))).ShouldBe("9月30日24:00");

    [Fact]
    public void The_line_that_reaches_the_cap_says_so_and_the_next_takes_nothing()
    {
        var story = Of("A").Inspected("A", 2, 90);
        foreach (var day in Enumerable.Range(10, 4)) story = story.Case($"案{day}", Recorded(At(1)), Routed("A", At(1), At(day)));
        var lines = story.Card("A").Lines.Where(l => l.Kind == "overdueCase").ToList();
        lines.Select(l => l.Points).ShouldBe([-0.5m, -0.5m, -0.5m, 0]);
        lines[1].Text.ShouldBe("案件 案11 9月11日12:00到期未销号，扣 0.50 分");
        lines[2].Text.ShouldEndWith("扣 0.50 分，至此本月扣满 1.50 分");
        lines[3].Text.ShouldEndWith("本月已扣满 1.50 分，不再扣分");
        story.Card("A").Score.ShouldBe(88.5m);
    }

    [Fact]
    public void The_first_beyond_the_cap_takes_what_is_left_of_it() =>
        Of("A").Inspected("A", 2, 90).Commended("A", 1).Commended("A", 2).Card("A", policy: new(1, 0, [new("commendation", 1, 1.5m)]))
            .Lines.Where(l => l.Kind == "commendation").Select(l => l.Points).ShouldBe([1, 0.5m]);

    [Fact]
    public void Nobody_has_more_than_a_hundred_and_a_line_says_it()
    {
        var card = Of("A").Inspected("A", 2, 99.50m).Commended("A", 1).Card("A");
        card.Score.ShouldBe(100);
        card.Lines[^1].ShouldBe(new ScoreLine("limit", -0.5m, "限幅：得分不低于 0 分、不高于 100 分"));
    }

    [Fact]
    public void Nobody_has_less_than_nothing()
    {
        var card = Of("A").Inspected("A", 2, 0.20m).Case("案", Recorded(At(1)), Routed("A", At(1), At(5))).Card("A");
        card.Score.ShouldBe(0);
        card.Lines.Sum(l => l.Points).ShouldBe(0);
        card.Adjustments["overdueCase"].ShouldBe(-0.5m);
    }

    [Fact]
    public void Points_finer_than_a_cent_are_rounded_by_a_line_of_their_own()
    {
        var card = Of("A").Inspected("A", 2, 90).Commended("A", 1).Card("A", policy: FinePoints(0.125m));
        card.Score.ShouldBe(90.13m);
        card.Lines[^1].ShouldBe(new ScoreLine("rounding", 0.005m, "四舍五入保留两位小数"));
    }

    private static Policy FinePoints(decimal points) => new(1, 0, [new("commendation", points, 5)]);
}
