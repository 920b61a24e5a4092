using Campaign.Scoring.Honours;
using Campaign.Scoring.Months;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Honours;

public sealed class HonourSpecs
{
    [Theory]
    [InlineData(HonourScope.Month, 9, true)]
    [InlineData(HonourScope.Month, 10, false)]
    [InlineData(HonourScope.HalfYear, 12, true)]
    [InlineData(HonourScope.HalfYear, 8, false)]
    [InlineData(HonourScope.Year, 12, true)]
    [InlineData(HonourScope.Year, 1, false)]
    internal void A_commendation_shows_from_its_month_to_the_end_of_its_scope(HonourScope scope, int month, bool shown)
    {
        var card = Of("A").Commended("A", 3, scope: scope).Card("A", new(2024, month));
        card.Honours!.Commendations.Count.ShouldBe(shown ? 1 : 0);
    }

    [Fact]
    public void Its_points_are_given_once_in_the_month_of_its_date()
    {
        var story = Of("A").Inspected("A", 2, 90).Commended("A", 3, scope: HonourScope.Year);
        story.Card("A").Score.ShouldBe(91);
        story.Compute(new(2024, 10)).Scorecards.ShouldHaveSingleItem().Lines.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(VetoGround.Veto, "一票否决，不参加评先")]
    [InlineData(VetoGround.Criticism, "通报批评，不参加评先")]
    [InlineData(VetoGround.Exposure, "媒体曝光，不参加评先")]
    [InlineData(null, "一票否决，不参加评先")]
    internal void The_ranking_names_the_ground_and_the_rank_that_is_kept(VetoGround? ground, string remark)
    {
        var result = SubjectResult.Of(Of("A").Inspected("A", 2, 90).Vetoed("A", HonourScope.Month, September, ground).Card("A"));
        (result.Remark, result.RankIfNotVetoed).ShouldBe((remark, 1));
    }

    [Fact]
    public void Several_are_named_once_each_and_counted()
    {
        var card = Of("A").Vetoed("A", HonourScope.Year, new(2024, 3), VetoGround.Exposure)
            .Vetoed("A", HonourScope.Month, September, VetoGround.Criticism)
            .Commended("A", 20, CommendationLevel.District).Commended("A", 9, CommendationLevel.City)
            .Commended("A", 21, CommendationLevel.District).Card("A");
        SubjectResult.Of(card).Remark.ShouldBe("媒体曝光、通报批评，不参加评先；受市级表扬、区级表扬2次");
    }

    [Fact]
    public void Without_any_there_is_no_remark() => SubjectResult.Of(Of("A").Card("A")).Remark.ShouldBeNull();
}
