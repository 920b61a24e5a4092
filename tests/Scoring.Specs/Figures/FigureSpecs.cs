using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.FigureTables;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Figures;

public sealed class FigureSpecs
{
    private static readonly DateTimeOffset Afterwards = At(1, month: 12);

    [Fact]
    public void The_month_file_has_its_rates()
    {
        var total = Sheet(MonthOfFile.September.Facts).Total;
        total["sameDayRouting"].ShouldBe(new(69, 80, 86.25m));
        total["onTimeStrikeOff"].ShouldBe(new(63, 78, 80.77m));
        total["relapse"].ShouldBe(new(5, 85, 5.88m));
        total["rework"].ShouldBe(new(8, 78, 10.26m));
        total["coverage"].Denominator.ShouldBe(19 * 4);
    }

    [Fact]
    public void Where_there_is_nothing_to_divide_by_there_is_no_rate() =>
        Figures(Of()).ShouldAllBe(figure => figure.Value == new FigureValue(0, 0, null));

    [Fact]
    public void A_case_that_lies_with_nobody_is_in_the_total_and_in_no_subject()
    {
        var sheet = Sheet(Of("A").Case("案", Recorded(At(5))).Facts);
        sheet.Total["sameDayRouting"].ShouldBe(new(0, 1, 0));
        FigureTable.Of(September, sheet, FiguresBy.Subject).Rows.Select(r => (r.Key, r.Values["sameDayRouting"].Denominator))
            .ShouldBe([("A", 0), ("", 1)]);
    }

    [Fact]
    public void What_is_struck_off_in_the_next_month_was_open_and_overdue_at_the_end_of_this_one()
    {
        var story = Of("A")
            .Case("超期", Recorded(At(1)), Routed("A", At(1), At(10)), StruckOff("A", At(3, month: 10), At(10)))
            .Case("未到期", Recorded(At(28)), Routed("A", At(28), At(5, month: 10)))
            .Case("待交办", Recorded(At(29)))
            .Case("已销号", Recorded(At(2)), Routed("A", At(2), At(9)), StruckOff("A", At(8), At(9)))
            .Case("强制结案", Recorded(At(30, month: 8)), ForciblyClosed(At(7)));
        Figure(story, "overdueOpen").ShouldBe(new(1, 3, 33.33m));
        Figure(story, "closing").ShouldBe(new(1, 2, 50));
        Figure(story, "handling").ShouldBe(new(1, 2, 50));
    }

    [Fact]
    public void A_round_opened_by_a_relapse_is_open_until_it_is_struck_off_itself() =>
        Figure(
            Of("A").Case(
                "案", Recorded(At(1)), Routed("A", At(1), At(5)), StruckOff("A", At(4), At(5)), Relapsed("A", At(9)),
                Routed("A", At(9), At(20), round: 2)),
            "overdueOpen").ShouldBe(new(1, 1, 100));

    [Fact]
    public void Hours_run_from_the_beginning_of_a_round_to_its_striking_off_and_the_middle_one_counts()
    {
        var story = Of("A")
            .Case("一", Recorded(At(1)), Routed("A", At(1), At(9)), StruckOff("A", At(2), At(9)))
            .Case("二", Recorded(At(1)), Routed("A", At(1), At(9)), StruckOff("A", At(3), At(9)), Relapsed("A", At(4)),
                StruckOff("A", At(20), At(21), round: 2));
        // 24, 48 and, of the second round, 16 days.
        Figure(story, "strikeOffHours").ShouldBe(new(3, 3, 48));
        Figure(story.Case("三", Recorded(At(1)), StruckOff("A", At(1, 18, 20), At(9))), "strikeOffHours").Value.ShouldBe(36);
    }

    [Fact]
    public void Handled_in_time_and_verified_too_late_is_handled_on_time_and_not_closed_on_time()
    {
        var story = Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), StruckOff("A", At(12), At(10))).Handled("案", At(9));
        Figure(story, "handling").ShouldBe(new(1, 1, 100));
        Figure(story, "handlingOnTime").ShouldBe(new(1, 1, 100));
        Figure(story, "closing").ShouldBe(new(1, 1, 100));
        Figure(story, "onTimeStrikeOff").ShouldBe(new(0, 1, 0));
    }

    [Fact]
    public void Without_a_report_the_striking_off_says_that_it_was_handled()
    {
        Figure(Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), StruckOff("A", At(9), At(10))), "handlingOnTime")
            .ShouldBe(new(1, 1, 100));
        Figure(Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), Rejected("A", At(9), At(10))), "handling")
            .ShouldBe(new(1, 1, 100));
    }

    [Fact]
    public void An_extended_case_is_due_once_by_its_last_deadline() =>
        Figure(Of("A").Case("案", Recorded(At(1)), Routed("A", At(1), At(10)), Extended("A", At(8), At(18))), "extension")
            .ShouldBe(new(1, 1, 100));

    [Fact]
    public void Weeks_without_an_inspection_lower_the_coverage() =>
        Figure(Of("A", "B").Inspected("A", 2, 90), "coverage").ShouldBe(new(1, 8, 12.5m));

    [Fact]
    public void Overdue_and_relapsed_cases_are_red()
    {
        var story = Of("A")
            .Case("超", Recorded(At(1)), Routed("A", At(1), At(10)), StruckOff("A", At(11), At(10)))
            .Case("反", Recorded(At(1)), Routed("A", At(1), At(10)), StruckOff("A", At(9), At(10)), Relapsed("A", At(20)));
        story.Compute().Figures!.RedCases.ShouldBe(
            [new(RedFindingKind.Overdue, "超", "A", At(10), StruckOff: true),
                new(RedFindingKind.Relapsed, "反", "A", At(20), StruckOff: false)]);
    }

    [Fact]
    public void A_scorecard_carries_the_figures_of_its_subject() =>
        Of("A", "B").Case("案", Recorded(At(1)), Routed("B", At(1), At(10))).Card("B").Figures!["onTimeStrikeOff"].ShouldBe(new(0, 1, 0));

    internal static FigureSheet Sheet(MonthFacts facts) => FigureSheet.Of(MonthView.Of(September, facts, Afterwards));

    private static IEnumerable<KeyValuePair<string, FigureValue>> Figures(MonthStory story) => Sheet(story.Facts).Total;

    private static FigureValue Figure(MonthStory story, string code) => Sheet(story.Facts).Total[code];
}
