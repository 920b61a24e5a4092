using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Findings;
using Campaign.Scoring.Kernel;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Figures;

/// <summary>Small lives of a finding and the figures reckoned by hand: numerator and denominator.</summary>
public sealed class HandReckonedSpecs
{
    private static readonly DateTimeOffset Afterwards = At(1, month: 12);

    [Fact]
    public void A_rejected_rectification_was_handled_all_the_same_and_is_rework()
    {
        var rejected = Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), Rejected("A", At(6), At(10))).Handled("案", At(5));
        InSeptember(rejected, "handling", "handlingOnTime", "rework").ShouldBe([(1, 1), (1, 1), (1, 1)]);
        var late = Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), Rejected("A", At(13), At(10))).Handled("案", At(12));
        InSeptember(late, "handling", "handlingOnTime", "rework").ShouldBe([(1, 1), (0, 1), (1, 1)]);
        Asked(rejected, At(5, 18), "handling").ShouldBe((0, 0), "it is not due yet");
    }

    [Fact]
    public void What_is_reported_or_struck_off_after_the_end_of_the_month_does_not_change_it()
    {
        var late = Of("A").Case(
            "案", Recorded(At(20)), Routed("A", At(20), At(30)), Rejected("A", At(3, month: 10), At(30)),
            StruckOff("A", At(5, month: 10), At(30)))
            .Handled("案", At(1, month: 10)).Handled("案", At(4, month: 10));
        InSeptember(late, "handling", "closing", "rework", "onTimeStrikeOff", "overdueOpen")
            .ShouldBe([(0, 1), (0, 1), (0, 1), (0, 1), (1, 1)]);
        InOctober(late, "handling", "strikeOffHours", "overdueOpen").ShouldBe([(0, 0), (1, 1), (0, 0)]);
    }

    [Fact]
    public void Extended_after_it_was_overdue_it_is_judged_by_the_last_deadline_and_counts_as_extended()
    {
        var story = Of("A").Case(
            "案", Recorded(At(1)), Routed("A", At(1), At(10)), Overdue("A", At(10)), Extended("A", At(11), At(20)),
            StruckOff("A", At(19), At(20)));
        InSeptember(story, "onTimeStrikeOff", "extension").ShouldBe([(1, 1), (1, 1)]);
        Asked(story, At(10, 13), "overdueOpen").ShouldBe((1, 1));
        Asked(story, At(12), "overdueOpen").ShouldBe((0, 1));
    }

    [Fact]
    public void A_deadline_that_was_moved_to_the_next_month_when_this_one_was_over_stays_missed_in_this_one()
    {
        var story = Of("A").Case(
            "案", Recorded(At(20)), Routed("A", At(20), At(28)), Overdue("A", At(28)), Extended("A", At(2, month: 10), At(9, month: 10)),
            StruckOff("A", At(8, month: 10), At(9, month: 10)));
        InSeptember(story, "onTimeStrikeOff", "extension", "overdueOpen").ShouldBe([(0, 1), (0, 1), (1, 1)]);
        InOctober(story, "onTimeStrikeOff", "extension").ShouldBe([(1, 1), (1, 1)]);
    }

    [Fact]
    public void A_relapse_in_the_next_month_is_a_round_of_that_month()
    {
        var story = Of("A").Case(
            "案", Recorded(At(20)), Routed("A", At(20), At(28)), StruckOff("A", At(26), At(28)), Relapsed("A", At(4, month: 10)),
            Routed("A", At(4, month: 10), At(8, month: 10), round: 2));
        InSeptember(story, "relapse", "onTimeStrikeOff", "overdueOpen").ShouldBe([(0, 1), (1, 1), (0, 0)]);
        InOctober(story, "relapse", "onTimeStrikeOff", "overdueOpen").ShouldBe([(1, 1), (0, 1), (1, 1)]);
    }

    [Fact]
    public void Closed_by_force_it_is_due_and_neither_struck_off_nor_open()
    {
        var story = Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), ForciblyClosed(At(8)));
        InSeptember(story, "onTimeStrikeOff", "closing", "handling", "overdueOpen", "strikeOffHours")
            .ShouldBe([(0, 1), (0, 1), (0, 1), (0, 0), (0, 0)]);
    }

    [Theory]
    [InlineData(FindingFactKind.Voided)]
    [InlineData(FindingFactKind.Merged)]
    public void Voided_or_merged_at_any_time_it_is_in_no_figure(object how)
    {
        var story = Of("A").Case(
            "案", Recorded(At(1)), Routed("A", At(1), At(10)), f => f with { Kind = (FindingFactKind)how, At = At(15, month: 10) });
        FigureSpecs.Sheet(story.Facts).Total.Where(f => f.Key != "coverage").ShouldAllBe(f => f.Value.Denominator == 0);
    }

    [Fact]
    public void Declined_in_time_it_is_due_for_nobody_and_declined_late_for_who_had_it()
    {
        var inTime = Of("A", "B").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), Declined("A", At(9)));
        InSeptember(inTime, "onTimeStrikeOff", "overdueOpen", "sameDayRouting").ShouldBe([(0, 0), (0, 1), (1, 1)]);
        var late = Of("A", "B").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), Declined("A", At(11)));
        InSeptember(late, "onTimeStrikeOff", "overdueOpen").ShouldBe([(0, 1), (1, 1)]);
        FigureSpecs.Sheet(late.Facts).Items("onTimeStrikeOff").Single().Subject.ShouldBe("A");
    }

    [Fact]
    public void A_deadline_at_24_00_of_the_last_day_is_overdue_in_the_figures_of_its_month()
    {
        var story = Of("A").Case("案", Recorded(At(20)), Routed("A", At(20), September.End));
        InSeptember(story, "onTimeStrikeOff", "overdueOpen").ShouldBe([(0, 1), (1, 1)]);
        InOctober(story, "onTimeStrikeOff", "overdueOpen").ShouldBe([(0, 0), (1, 1)]);
        FigureSpecs.Sheet(story.Facts).Items("overdueOpen").Single().Text.ShouldEndWith("9月30日24:00到期");
    }

    private static (int, int)[] InSeptember(MonthStory story, params string[] codes) => Parts(story, September, codes);

    private static (int, int)[] InOctober(MonthStory story, params string[] codes) => Parts(story, September.Next, codes);

    private static (int, int)[] Parts(MonthStory story, Month month, string[] codes) =>
        [.. codes.Select(code => Parts(FigureSheet.Of(MonthView.Of(month, story.Facts, Afterwards)).Total[code]))];

    private static (int, int) Asked(MonthStory story, DateTimeOffset now, string code) =>
        Parts(FigureSheet.Of(MonthView.Of(September, story.Facts, now)).Total[code]);

    private static (int, int) Parts(FigureValue value) => (value.Numerator, value.Denominator);
}
