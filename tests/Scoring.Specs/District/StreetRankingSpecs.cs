using Campaign.Scoring.District;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.District;

public sealed class StreetRankingSpecs
{
    private static readonly StreetStanding North = Street("990101001", Of("A", "B").Inspected("A", 2, 90).Inspected("B", 2, 80.01m)
        .Case("案", Recorded(At(1)), Routed("A", At(1), At(9))));

    private static readonly StreetStanding South = Street("990101002", Of("A", "B").Inspected("A", 2, 84.51m));
    private static readonly StreetStanding East = Street("990101003", Of("A"));

    [Fact]
    public void A_street_has_the_mean_of_its_subjects_and_streets_that_are_equal_share_a_rank()
    {
        var ranked = Rank(StreetRanking.UsualPolicy, North, South, Street("990101004", Of("A").Inspected("A", 2, 80)), East);
        // 89.50 and 80.01 make 84.755; 90 less the overdue case of the street's own policy is 89.50.
        ranked.ShouldBe([("990101001", 84.76m, 1), ("990101002", 84.51m, 2), ("990101003", null, 4), ("990101004", 80m, 3)]);
        Rank(StreetRanking.UsualPolicy, South, South with { Street = "990101009" }).Select(r => r.Item3).ShouldBe([1, 1]);
    }

    [Fact]
    public void A_policy_of_the_district_may_count_the_cases_of_a_street_against_it() =>
        Rank(new Policy(1, 0, [new("overdueCase", -2, 5)]), North, South).ShouldBe([("990101001", 82.76m, 2), ("990101002", 84.51m, 1)]);

    [Fact]
    public void The_lines_of_a_street_name_its_subjects_and_add_up()
    {
        var card = StreetRanking.Of(September, StreetRanking.UsualPolicy, [North], September.End).Single();
        card.Lines[0].Text.ShouldBe("9月30日A月度考评得分 89.50，占 1/2");
        card.Lines.Sum(l => l.Points).ShouldBe(card.Score!.Value);
    }

    private static StreetStanding Street(string code, MonthStory story)
    {
        var month = story.Compute();
        return new(code, code, MonthStatus.Open, month.Scorecards, month.Figures!.Values, story.Facts);
    }

    private static IEnumerable<(string, decimal?, int?)> Rank(Policy policy, params StreetStanding[] streets) =>
        StreetRanking.Of(September, policy, streets, September.End).Select(c => (c.Subject, c.Score, c.Rank));
}
