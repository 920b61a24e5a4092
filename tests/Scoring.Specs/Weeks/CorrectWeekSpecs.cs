using Campaign.Scoring.Weeks;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Weeks;

public sealed class CorrectWeekSpecs
{
    private static readonly WeekNoticePublished First = WeekStory.Publish(nextWeek: "周三检查农贸市场周边。").Notice(3);
    private static readonly MonthStory Later = WeekStory.Story.Inspected("C", 13, 99);

    [Fact]
    public void What_came_late_goes_into_a_notice_of_its_own_that_names_the_one_before()
    {
        var corrected = Correct(Later, First).Events.ShouldHaveSingleItem().ShouldBeOfType<WeekNoticePublished>();
        (corrected.Number, corrected.Correction, corrected.Corrects, corrected.Reason).ShouldBe((5, 1, "周通报〔2024〕第3期", "离线检查补录"));
        corrected.Title.ShouldBe("关于更正2024年9月9日至15日创建国家卫生城市工作情况的通报");
        corrected.NextWeek.ShouldBe(First.NextWeek);
        corrected.Changes!.Select(c => (c.What, c.Was, c.Now)).ShouldBe(
        [
            ("检查次数", "3次", "4次"), ("检查覆盖率", "50.00%（2/4）", "75.00%（3/4）"), ("A名次", "第1名", "第2名"), ("B名次", "第2名", "第3名"),
            ("C得分", "无得分", "99.00分"), ("C名次", "第3名", "第1名"),
        ],
        ignoreOrder: true);
    }

    [Fact]
    public void The_same_correction_again_finds_nothing_to_correct_and_a_second_one_counts_on()
    {
        var once = (WeekNoticePublished)Correct(Later, First).Events.Single();
        Correct(Later, First, once).Refusal.ShouldBe(WeekRules.NothingToCorrect);
        var twice = (WeekNoticePublished)Correct(WeekStory.Story, First, once).Events.Single();
        (twice.Correction, twice.Corrects).ShouldBe((2, once.DocumentNumber));
    }

    [Fact]
    public void What_comes_out_the_same_is_not_corrected() =>
        Correct(WeekStory.Story, First).Refusal.ShouldBe(WeekRules.NothingToCorrect);

    [Fact]
    public void What_was_not_published_is_not_corrected() => Correct(Later).Refusal.ShouldBe(WeekRules.NotPublished);

    private static Campaign.EventStore.Decision Correct(MonthStory story, params object[] history) =>
        new CorrectWeek(WeekStory.Publish(story, At(20)), "离线检查补录")
            .Decide(new Scenario<WeekState>(history).State, WeekRegister.Initial with { Last = 4 });
}
