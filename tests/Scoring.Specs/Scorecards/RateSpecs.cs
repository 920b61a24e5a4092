using Campaign.Scoring.Rulebook;
using static Campaign.Scoring.Specs.MonthStory;
using static Campaign.Scoring.Specs.Scorecards.ItemStory;

namespace Campaign.Scoring.Specs.Scorecards;

/// <summary>mean, ratio × w, (1 − ratio) × w, bands.</summary>
public sealed class RateSpecs
{
    private static readonly Item OnTime = new("onTime", "按期销号", "ratio", "onTimeStrikeOff", 20);
    private static readonly Item Rework = new("rework", "整改质量", "inverseRatio", "rework", 20);

    private static readonly MonthStory ThreeCases = Faultless("A")
        .Case("案1", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(4), At(5)))
        .Case("案2", Recorded(At(1)), Routed("A", At(1), At(6)), Rejected("A", At(3), At(6)), StruckOff("A", At(7), At(6)))
        .Case("案3", Recorded(At(1)), Routed("A", At(1), At(7)));

    [Fact]
    public void A_ratio_gives_its_share_of_the_weight_and_names_what_spoiled_it()
    {
        var lines = ThreeCases.Lines("A", OnTime);
        lines.Points().ShouldBe([20, -6.67m, -6.66m]);
        lines.Select(l => l.Text).ShouldBe(
            ["按期销号：按期销号率 1/3，满分 20 分", "案件 案2 9月6日12:00到期未按期销号，扣 6.67 分", "案件 案3 9月7日12:00到期未按期销号，扣 6.66 分"]);
        lines.ShouldAllBe(l => l.Item == "onTime");
        ThreeCases.Card("A", policy: PolicyOf(OnTime)).Score.ShouldBe(86.67m);
    }

    [Fact]
    public void An_inverse_ratio_is_spoiled_by_what_is_in_it() => ThreeCases.Lines("A", Rework).Points().ShouldBe([20, -6.67m]);

    [Fact]
    public void A_ratio_of_nothing_leaves_the_full_marks_and_the_rest_is_scaled()
    {
        var card = Of("A").Inspected("A", 2, 90).Card("A", policy: PolicyOf(OnTime));
        card.Score.ShouldBe(90);
        card.Lines.Select(l => (l.Kind, l.Points)).ShouldBe([("inspection", 72), ("onTimeStrikeOff", 0), ("scaling", 18)]);
        card.Lines[1].Text.ShouldBe("按期销号：按期销号率没有分母，本项不计");
        card.Lines[2].Text.ShouldBe("计入的项目满分 80 分，折算为百分制");
    }

    [Fact]
    public void Without_an_inspection_there_is_no_score_whatever_the_other_items_say() =>
        Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(4), At(5)))
            .Card("A", policy: PolicyOf(OnTime)).Score.ShouldBeNull();

    [Fact]
    public void A_mean_with_a_weight_is_split_in_cents_of_its_own()
    {
        var card = Of("A").Inspected("A", 2, 80.01m).Inspected("A", 3, 90).Inspected("A", 4, 77.77m)
            .Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(4), At(5))).Card("A", policy: PolicyOf(OnTime));
        card.Lines.Where(l => l.Kind == "inspection").Points().ShouldBe([21.33m, 24, 20.74m]);
        card.Lines[0].Text.ShouldBe("9月2日日常检查得分 80.01，占 1/3，本项满分 80 分");
        card.Score.ShouldBe(86.07m);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 6)]
    [InlineData(3, 6)]
    [InlineData(4, 10)]
    public void The_band_of_the_value_decides(int weeks, int points)
    {
        var item = new Item("coverage", "检查覆盖", "bands", "coverage", 10, Bands: [new(0, To: 50), new(6, 50, 100), new(10, 100)]);
        var story = Of("A");
        foreach (var week in Enumerable.Range(0, weeks)) story = story.Inspected("A", 2 + 7 * week, 100);
        story.Lines("A", item).Points().ShouldBe([points]);
    }

    [Fact]
    public void A_band_says_where_the_value_lies() =>
        Faultless("A").Lines("A", new Item("score", "得分档次", "bands", "inspection", 10, Bands: [new(0, To: 60), new(10, 60)]))
            .ShouldHaveSingleItem().Text.ShouldBe("得分档次：检查得分 100，在“60 以上”档，计 10.00 分");
}
