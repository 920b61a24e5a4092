using Campaign.Scoring.Advice;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Advice;

public sealed class AdviceSpecs
{
    private static readonly DateTimeOffset Now = At(16);

    private static readonly MonthStory Story = Of("A", "B").Inspected("A", 2, 90).Inspected("B", 2, 90)
        .Case("急", Recorded(At(10)), Routed("A", At(10), At(20)))
        .Case("已超期", Recorded(At(1)), Routed("A", At(1), At(12)))
        .Case("下月", Recorded(At(10)), Routed("A", At(10), At(8, month: 10)))
        .Case("别人的", Recorded(At(10)), Routed("B", At(10), At(20)));

    [Fact]
    public void Striking_off_in_time_what_is_due_this_month_saves_its_deduction()
    {
        var advice = For("A");
        (advice.Score, advice.Rank).ShouldBe((89m, 2));
        var suggestion = advice.Suggestions.ShouldHaveSingleItem();
        (suggestion.CaseNumber, suggestion.Gain, suggestion.Score, suggestion.Rank).ShouldBe(("急", 0.5m, 89.5m, 1));
        suggestion.Text.ShouldBe("在9月20日12:00前将案件 急 整改到位并经复核销号，月末得分预计由89.00分升至89.50分（+0.50分），名次由第2名升至第1名。");
        advice.Together.ShouldBe(new Outlook(89.5m, 1));
    }

    [Fact]
    public void Who_has_no_score_gains_one_by_an_inspection_like_those_of_the_others()
    {
        var suggestion = For("C", Story.With(Subject("C"))).Suggestions[0];
        (suggestion.Day, suggestion.Gain, suggestion.Score, suggestion.Rank).ShouldBe((new DateOnly(2024, 9, 16), 90, 90, 1));
        suggestion.Text.ShouldBe("在9月16日至9月22日这一周接受一次检查（按得90.00分估计），月末预计可得90.00分（否则无得分），名次由第3名升至第1名。");
    }

    [Fact]
    public void Nothing_helps_where_the_cap_is_reached_or_nothing_is_open()
    {
        For("B", Of("A", "B").Inspected("B", 2, 90)).Suggestions.ShouldBeEmpty();
        var capped = Of("A").Inspected("A", 2, 90);
        foreach (var day in Enumerable.Range(1, 5)) capped = capped.Case($"案{day}", Recorded(At(1)), Routed("A", At(1), At(20 + day)));
        For("A", capped).Suggestions.ShouldBeEmpty();
        For("A", capped).Together.ShouldBeNull();
    }

    [Fact]
    public void Who_does_not_take_part_is_not_advised() => Adviser.For("Z", September, UsualPolicy, Story.Facts, Now).ShouldBeNull();

    private static Campaign.Scoring.Advice.Advice For(string subject, MonthStory? story = null) =>
        Adviser.For(subject, September, UsualPolicy, (story ?? Story).Facts, Now)!;
}
