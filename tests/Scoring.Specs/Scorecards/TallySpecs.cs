using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using static Campaign.Scoring.Specs.MonthStory;
using static Campaign.Scoring.Specs.Scorecards.ItemStory;

namespace Campaign.Scoring.Specs.Scorecards;

/// <summary>per occurrence, additive, step, normalised, duration, manual.</summary>
public sealed class TallySpecs
{
    private static readonly Item Duties = new("duties", "任务按时完成", "perOccurrence", "overdueAssignment", 10, Points: -2, Cap: 5);

    [Fact]
    public void Occurrences_are_taken_from_the_full_marks_until_the_cap_is_reached()
    {
        var lines = Faultless("A").Missed("A", At(5)).Missed("A", At(6)).Missed("A", At(7)).Missed("A", At(8)).Lines("A", Duties);
        lines.Points().ShouldBe([10, -2, -2, -1, 0]);
        lines[0].Text.ShouldBe("任务按时完成：满分 10 分");
        lines[1].Text.ShouldBe("任务“上报档案”9月5日12:00到期未完成，扣 2.00 分");
        lines[3].Text.ShouldEndWith("扣 1.00 分，至此本月扣满 5.00 分");
    }

    [Fact]
    public void An_assignment_counts_once_a_month_however_often_its_deadline_was_moved()
    {
        var story = Faultless("A").Missed("A", At(5));
        var again = story.Facts.OverdueAssignments![0] with { Version = 2, Due = At(9) };
        (story with { Facts = story.Facts with { OverdueAssignments = [again, .. story.Facts.OverdueAssignments] } })
            .Lines("A", Duties).Points().ShouldBe([10, -2]);
    }

    [Fact]
    public void Additive_points_begin_at_nothing_and_end_at_the_weight() =>
        Faultless("A").Entered("A", "reports", 3, 4).Entered("A", "reports", 9, 8)
            .Lines("A", new Item("reports", "信息报送", "additive", "manual", 5, Points: 0.5m)).Points().ShouldBe([2, 3]);

    [Fact]
    public void Only_full_steps_count_and_the_entry_that_completes_one_is_named()
    {
        var item = new Item("leaflets", "宣传材料", "step", "manual", Points: 0.1m, Every: 200, Cap: 1);
        var lines = Of("A").Inspected("A", 2, 90)
            .Entered("A", "leaflets", 3, 199).Entered("A", "leaflets", 4, 1).Entered("A", "leaflets", 5, 399, "发放").Lines("A", item);
        lines.Points().ShouldBe([0.1m, 0.1m]);
        lines[1].Text.ShouldBe("9月5日发放，累计满 400，加 0.10 分");
    }

    [Fact]
    public void Points_are_normalised_by_the_area_of_the_subject()
    {
        var item = new Item("density", "问题密度", "normalised", "recordedCase", 20, Points: -1, Every: 1, Basis: "area");
        var profiled = Of().With(Subject("A") with { Profile = new SubjectProfile(3, null, null) }).Inspected("A", 2, 100);
        var lines = profiled.Case("案", Recorded(At(1)), Routed("A", At(1), At(25))).Lines("A", item);
        lines.Points().ShouldBe([20, -0.3333m]);
        lines[1].Text.ShouldBe("案件 案 9月1日登记，面积 3 平方公里，按每 1 平方公里折算，扣 0.3333 分");
        profiled.Case("案", Recorded(At(1)), Routed("A", At(1), At(25))).Card("A", policy: PolicyOf(item)).Score.ShouldBe(99.67m);
    }

    [Fact]
    public void Who_has_told_no_population_is_not_judged_by_it()
    {
        var item = new Item("density", "问题密度", "normalised", "recordedCase", 20, Points: -1, Every: 10_000, Basis: "population");
        Faultless("A").Lines("A", item).ShouldHaveSingleItem().Text.ShouldBe("问题密度：未登记人口，本项不计");
    }

    [Fact]
    public void A_delay_costs_by_full_days_and_ends_with_the_month()
    {
        var item = new Item("delay", "超期时长", "duration", "overdueHours", Points: -0.5m, Every: 24, Cap: 10);
        var story = Faultless("A")
            .Case("案1", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(7, 11), At(5)))
            .Case("案2", Recorded(At(1)), Routed("A", At(1), At(29)), StruckOff("A", At(20, month: 10), At(29)));
        var lines = story.Lines("A", item);
        lines.Points().ShouldBe([-0.5m, -0.5m]);
        lines[0].Text.ShouldBe("案件 案1 9月5日12:00到期，本月超期 47 小时，扣 0.50 分");
        lines[1].Text.ShouldContain("本月超期 36 小时");
    }

    [Fact]
    public void What_the_office_gives_by_hand_carries_its_reason_and_stays_within_the_cap()
    {
        var item = new Item("special", "专项加减分", "manual", "manual", Cap: 3);
        var lines = Of("A").Inspected("A", 2, 90)
            .Entered("A", "special", 3, -2, "迟报").Entered("A", "special", 4, -2, "漏报").Entered("B", "special", 4, 1).Lines("A", item);
        lines.Points().ShouldBe([-2, -1]);
        lines[0].Text.ShouldBe("9月3日迟报，扣 2.00 分");
    }

    [Fact]
    public void What_is_to_be_given_by_hand_and_was_not_leaves_the_full_marks() =>
        Faultless("A").Lines("A", new Item("archive", "档案评定", "manual", "manual", 10))
            .ShouldHaveSingleItem().Text.ShouldBe("档案评定：本月未评定，本项不计");
}
