using Campaign.Inspections.Inspections;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class ScoreSpecs
{
    [Theory]
    [InlineData(3, 1, 66.67)]
    [InlineData(8, 1, 87.5)]
    [InlineData(800, 1, 99.88)] // 99.875: half away from zero
    [InlineData(5, 12, 0)]
    public void A_score_is_the_share_that_was_reached(int max, int deduction, double score) =>
        Score.Of([new ScoredItem(1, max, false, deduction, null)]).ShouldBe((decimal)score);

    [Fact]
    public void An_item_below_zero_takes_nothing_from_the_others() =>
        Score.Of([new ScoredItem(1, 5, false, 12, null), new ScoredItem(2, 5, false, 0, null)]).ShouldBe(50);

    [Fact]
    public void Nothing_applicable_is_no_score_rather_than_zero() => Score.Of([new ScoredItem(1, 5, true, 0, null)]).ShouldBeNull();
}
