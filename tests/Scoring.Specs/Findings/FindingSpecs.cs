using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Findings;

public sealed class FindingSpecs
{
    private static readonly MonthStory Street = Of("A", "B").Inspected("A", 2, 90).Inspected("B", 2, 90);

    [Fact]
    public void Struck_off_at_the_very_deadline_is_on_time() =>
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(5), At(5))).Compute()
            .Counts.ShouldBe(new MonthCounts(Cases: 1, Due: 1, OnTime: 1, Rounds: 1, Relapses: 0, Reworked: 0, SameDay: 1));

    [Fact]
    public void Struck_off_a_minute_later_is_overdue_though_done()
    {
        var story = Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), Overdue("A", At(5)), StruckOff("A", At(5, 12, 1), At(5)));
        story.Compute().Counts.OnTime.ShouldBe(0);
        story.Card("A").Score.ShouldBe(89.5m);
    }

    [Fact]
    public void An_overdue_case_counts_in_the_month_of_its_deadline_not_of_its_recording()
    {
        var story = Street.Case("案", Recorded(At(30, month: 8)), Routed("A", At(30, month: 8), At(2)));
        story.Compute().Counts.ShouldBe(new MonthCounts(Cases: 0, Due: 1, OnTime: 0, Rounds: 0, Relapses: 0, Reworked: 0, SameDay: 0));
        story.Compute(September.Previous).Counts.ShouldBe(
            new MonthCounts(Cases: 1, Due: 0, OnTime: 0, Rounds: 1, Relapses: 0, Reworked: 0, SameDay: 1));
    }

    [Fact]
    public void The_month_ends_at_midnight_in_Shanghai()
    {
        var lastMinute = new DateTimeOffset(2024, 9, 30, 15, 59, 0, TimeSpan.Zero);
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), lastMinute)).Compute().Counts.Due.ShouldBe(1);
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), lastMinute.AddMinutes(1))).Compute().Counts.Due.ShouldBe(1);
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), lastMinute.AddMinutes(2))).Compute().Counts.Due.ShouldBe(0);
        Street.Case("案", Recorded(lastMinute)).Compute().Counts.Cases.ShouldBe(1);
        Street.Case("案", Recorded(lastMinute.AddMinutes(1))).Compute().Counts.Cases.ShouldBe(0);
    }

    [Fact]
    public void A_deadline_at_24_00_of_the_last_day_costs_in_this_month_and_not_in_the_next()
    {
        var midnight = September.End;
        var story = Street.Case("案", Recorded(At(1)), Routed("A", At(1), midnight), Overdue("A", midnight)).Missed("B", midnight);
        story.Card("A").Lines.Single(l => l.Kind == "overdueCase").Text.ShouldContain("9月30日24:00到期");
        story.Compute(September.Next).Counts.Due.ShouldBe(0);
        var assignments = UsualPolicy with { Adjustments = [new("overdueAssignment", -1, 5)] };
        story.Compute(policy: assignments).Scorecards.Single(c => c.Subject == "B").Score.ShouldBe(89);
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), midnight), StruckOff("A", midnight, midnight))
            .Compute().Counts.OnTime.ShouldBe(1);
    }

    [Fact]
    public void A_month_that_was_announced_before_is_computed_as_it_was()
    {
        var story = Street.Case("案", Recorded(At(1)), Routed("A", At(1), September.End));
        story.Facts.Score(September, UsualPolicy, September.End.AddMonths(1), MonthEdition.First).Counts.Due.ShouldBe(0);
        story.Facts.Score(September.Next, UsualPolicy, September.End.AddMonths(1), MonthEdition.First)
            .Counts.Due.ShouldBe(1);
    }

    [Fact]
    public void The_day_of_recording_ends_at_midnight_in_Shanghai()
    {
        Street.Case("案", Recorded(At(1, 23, 50)), Routed("A", At(1, 23, 59), At(5))).Compute().Counts.SameDay.ShouldBe(1);
        Street.Case("案", Recorded(At(1, 23, 50)), Routed("A", At(2, 0, 0), At(5))).Compute().Counts.SameDay.ShouldBe(0);
    }

    [Fact]
    public void The_last_deadline_counts()
    {
        var story = Street.Case(
            "案", Recorded(At(1)), Routed("A", At(1), At(5)), Extended("A", At(4), At(10)), StruckOff("A", At(9), At(10)));
        story.Compute().Counts.OnTime.ShouldBe(1);
        story.Card("A").Score.ShouldBe(90);
    }

    [Fact]
    public void Closed_by_force_before_its_deadline_a_case_is_not_on_time_and_costs_nothing()
    {
        var story = Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), ForciblyClosed(At(4)));
        (story.Compute().Counts.Due, story.Compute().Counts.OnTime, story.Card("A").Score).ShouldBe((1, 0, 90));
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), ForciblyClosed(At(6))).Card("A").Score.ShouldBe(89.5m);
    }

    [Fact]
    public void A_declined_routing_leaves_no_deadline()
    {
        var declined = Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), Declined("A", At(2)));
        declined.Compute().Counts.Due.ShouldBe(0);
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), Declined("A", At(2)), Routed("B", At(6), At(8)))
            .Card("B").Score.ShouldBe(89.5m);
    }

    [Fact]
    public void Who_declines_when_the_deadline_has_passed_was_overdue() =>
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), Overdue("A", At(5)), Declined("A", At(6)))
            .Card("A").Score.ShouldBe(89.5m);

    [Fact]
    public void A_relapse_without_a_new_deadline_leaves_the_case_judged_as_it_was()
    {
        var story = Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(4), At(5)), Relapsed("A", At(9)));
        story.Compute().Counts.ShouldBe(new MonthCounts(Cases: 1, Due: 1, OnTime: 1, Rounds: 2, Relapses: 1, Reworked: 0, SameDay: 1));
        story.Card("A").Score.ShouldBe(89);
    }

    [Fact]
    public void A_later_round_is_judged_by_its_own_deadline() =>
        Street.Case(
            "案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(4), At(5)), Relapsed("A", At(9)),
            Routed("A", At(9), At(12), 2))
            .Compute().Counts.ShouldBe(new MonthCounts(Cases: 1, Due: 1, OnTime: 0, Rounds: 2, Relapses: 1, Reworked: 0, SameDay: 1));

    [Fact]
    public void A_deadline_of_a_later_month_does_not_undo_what_this_one_announced()
    {
        var late = Street.Case(
            "案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(8), At(5)), Relapsed("A", At(3, month: 10)),
            Routed("A", At(3, month: 10), At(6, month: 10), 2));
        late.Card("A").Score.ShouldBe(89.5m);
        late.Compute(new Month(2024, 10)).Counts.Due.ShouldBe(1);
    }

    [Fact]
    public void A_rejection_costs_each_time_and_makes_one_case_reworked()
    {
        var story = Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(9)), Rejected("A", At(3), At(9)), Rejected("A", At(4), At(9)),
            StruckOff("A", At(5), At(9)));
        story.Card("A").Adjustments["rejectedRectification"].ShouldBe(-0.6m);
        story.Compute().Counts.Reworked.ShouldBe(1);
    }

    [Fact]
    public void A_voided_case_is_out_of_every_figure()
    {
        var story = Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(5)), Rejected("A", At(3), At(5)), Voided(At(6)));
        story.Compute().Counts.ShouldBe(new MonthCounts(0, 0, 0, 0, 0, 0, 0));
        story.Card("A").Score.ShouldBe(90);
    }

    [Fact]
    public void A_case_of_a_unit_that_is_not_ranked_counts_in_the_rates_only()
    {
        var month = Street.Case("案", Recorded(At(1)), Routed("X", At(1), At(5))).Compute();
        month.Counts.Due.ShouldBe(1);
        month.Scorecards.ShouldAllBe(card => card.Score == 90);
    }

    [Fact]
    public void A_deadline_still_ahead_is_held_against_nobody() =>
        Street.Case("案", Recorded(At(1)), Routed("A", At(1), At(20))).Compute(asOf: At(10)).Counts.Due.ShouldBe(0);

    [Fact]
    public void An_overdue_line_names_the_overdue_fact_where_it_has_come_and_else_what_set_the_deadline()
    {
        Guid deadline = Guid.CreateVersion7(), overdue = Guid.CreateVersion7();
        var routed = Routed("A", At(1), At(5));
        Street.Case("案", Recorded(At(1)), f => routed(f) with { EventId = deadline }).Card("A").Lines[^1].EventId.ShouldBe(deadline);
        Street.Case(
            "案", Recorded(At(1)), f => routed(f) with { EventId = deadline }, f => Overdue("A", At(5))(f) with { EventId = overdue })
            .Card("A").Lines[^1].EventId.ShouldBe(overdue);
    }

    [Fact]
    public void A_rate_without_anything_to_divide_by_is_none() =>
        MonthRates.Of(Street.Compute().Counts).ShouldBe(new MonthRates(null, null, null, null));
}
