using Campaign.Scoring.Inspections;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Months;

public sealed class ClosingChecklistSpecs
{
    private static readonly MonthScoring Scoring = Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90).Compute();

    [Fact]
    public void A_score_that_is_still_to_come_is_an_open_point()
    {
        UnconfirmedInspection filling = new("A", "日常检查", new DateOnly(2024, 9, 5), Submitted: false),
        waiting = filling with { Kind = "暗访", Submitted = true };
        OpenPoint.InspectionsUnconfirmed(Scoring, [filling, waiting]).ShouldBe(
        [
            new(OpenPointKind.InspectionUnconfirmed, "A", "A9月5日的日常检查成绩尚未确认（填写中）。"),
            new(OpenPointKind.InspectionUnconfirmed, "A", "A9月5日的暗访成绩尚未确认（已提交，待确认）。"),
        ]);
    }

    [Fact]
    public void What_moves_no_figure_does_not_hold_a_month_open() => OpenPoint.InspectionsUnconfirmed(Scoring,
    [
        new("A", "自查", new DateOnly(2024, 9, 5), Submitted: true), new("Z", "日常检查", new DateOnly(2024, 9, 5), Submitted: false),
    ]).ShouldBeEmpty();
}
