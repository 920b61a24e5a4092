using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using static Campaign.Scoring.Specs.MonthStory;
using static Campaign.Scoring.Specs.Scorecards.ItemStory;

namespace Campaign.Scoring.Specs.Scorecards;

/// <summary>milestone, quota, cross-cap, months.</summary>
public sealed class RequirementSpecs
{
    private static readonly Item Clearance = new(
        "clearance", "清运进度", "milestone", "manual", 10, Target: 200, Milestones: [new(15, 50, 4), new(31, 100, 6)]);

    private static readonly Item Training = new(
        "training", "健康教育活动", "quota", "manual", 10, Points: -3, Quotas: [new("一类", 4), new("二类", 2)]);

    private static readonly Item Overdue = new("overdue", "超期案件", "perOccurrence", "overdueCase", 10, Points: -2);
    private static readonly Item Duties = new("duties", "任务", "perOccurrence", "overdueAssignment", 10, Points: -5, AtMostItem: "overdue");

    [Fact]
    public void Half_of_the_target_by_the_middle_of_the_month()
    {
        var lines = Faultless("A").Entered("A", "clearance", 15, 100).Entered("A", "clearance", 16, 99).Lines("A", Clearance);
        lines.Points().ShouldBe([4, 0]);
        lines.Select(l => l.Text).ShouldBe(
            ["清运进度：至9月15日完成 100，达到目标 200 的 50%，计 4.00 分", "清运进度：至9月30日完成 199，未达到目标 200 的 100%，计 0.00 分"]);
    }

    [Fact]
    public void What_comes_a_day_later_is_too_late_for_the_milestone() =>
        Faultless("A").Entered("A", "clearance", 16, 200).Lines("A", Clearance).Points().ShouldBe([0, 6]);

    [Fact]
    public void Each_one_missing_to_the_quota_of_the_class_costs()
    {
        var story = Of().With(Subject("A") with { Profile = new SubjectProfile(null, null, "一类") }).Inspected("A", 2, 100)
            .Entered("A", "training", 9, 2);
        var lines = story.Lines("A", Training);
        lines.Points().ShouldBe([10, -6]);
        lines[1].Text.ShouldBe("健康教育活动：一类应完成 4，已完成 2，少 2，扣 6.00 分");
        story.Compute(policy: PolicyOf(Training), asOf: At(20)).Scorecards.Single().Score.ShouldBe(100, "there is time left");
    }

    [Fact]
    public void A_class_without_a_quota_is_asked_for_nothing() =>
        Of().With(Subject("A") with { Profile = new SubjectProfile(null, null, "三类") }).Inspected("A", 2, 100)
            .Lines("A", Training).ShouldHaveSingleItem().Text.ShouldBe("健康教育活动：三类没有定额，本项不计");

    [Fact]
    public void A_deduction_is_no_larger_than_the_one_it_is_held_to()
    {
        var story = Faultless("A").Missed("A", At(5)).Missed("A", At(6)).Case("案", Recorded(At(1)), Routed("A", At(1), At(5)));
        var lines = story.Lines("A", Overdue, Duties);
        lines.Points().ShouldBe([10, -2, 10, -5, -5, 8]);
        lines[^1].Kind.ShouldBe("crossCap");
        lines[^1].Text.ShouldBe("任务的扣分不超过“超期案件”的扣分 2.00 分，退回 8.00 分");
        story.Card("A", policy: PolicyOf(Overdue, Duties)).Score.ShouldBe(96);
    }

    [Fact]
    public void Cross_caps_follow_each_other()
    {
        var relapses = new Item("relapse", "反弹", "perOccurrence", "relapse", 10, Points: -4, AtMostItem: "duties");
        var story = Faultless("A").Missed("A", At(5))
            .Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(6), At(5)), Relapsed("A", At(9)));
        story.Card("A", policy: PolicyOf(relapses, Duties, Overdue)).Adjustments
            .ShouldBe(new Dictionary<string, decimal> { ["relapse"] = 8, ["duties"] = 8, ["overdue"] = 8 });
    }

    [Fact]
    public void An_item_of_some_months_counts_in_these_only()
    {
        var policy = new Policy(1, 0, [], Items:
        [
            new("daily", "检查", "mean", "inspection", 94), new("april", "爱国卫生月", "manual", "manual", 6, Months: [4]),
        ]);
        var card = Of("A").Inspected("A", 2, 90).Entered("A", "april", 3, 0.5m).Card("A", policy: policy);
        (card.Score, card.Lines.Any(l => l.Item == "april")).ShouldBe((90, false));
    }
}
