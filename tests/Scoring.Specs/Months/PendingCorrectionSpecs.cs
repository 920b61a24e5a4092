using Campaign.EventStore;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Months;

public sealed class PendingCorrectionSpecs
{
    private static readonly MonthScoring Scoring = Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90).Compute();

    [Fact]
    public void What_did_not_change_needs_no_correction() => PendingCorrection.Between(Scoring, Scoring).ShouldBeEmpty();

    [Fact]
    public void A_late_fact_shows_in_every_figure_that_it_moves() =>
        PendingCorrection.Between(Scoring, Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90).Inspected("B", 9, 100).Compute())
            .ShouldBe(
            [
                new("B", "inspectionScores", "90.00", "90.00 100.00"), new("B", "score", "90.00", "95.00"),
                new("B", "rank", "2", "1"), new("B", "missingWeeks", "2024-09-09 2024-09-16 2024-09-23", "2024-09-16 2024-09-23"),
            ], ignoreOrder: true);

    [Fact]
    public void A_ground_put_right_and_a_late_commendation_wait_for_a_correction() =>
        PendingCorrection.Between(Vetoed(null).Compute(), Vetoed(VetoGround.Criticism).Commended("B", 9).Compute()).ShouldBe(
            [new("A", "grounds", "一票否决", "通报批评"), new("B", "commended", null, "受表扬")], ignoreOrder: true);

    [Fact]
    public void What_was_not_noted_when_a_month_was_closed_is_no_difference()
    {
        var now = Vetoed(VetoGround.Criticism).Commended("B", 9).Compute();
        var old = StoredJson.Read<MonthScoring>(
            StoredJson.Write(now with { Scorecards = [.. now.Scorecards.Select(c => c with { Honours = null })] }));
        old.Scorecards.ShouldAllBe(c => c.Honours == null);
        Differences.Between(old, now).None.ShouldBeTrue();
    }

    [Fact]
    public void A_first_place_of_a_category_without_any_score_was_none_and_is_no_difference()
    {
        var now = Of("A", "B").Compute();
        now.Scorecards.ShouldAllBe(c => c.Rank == null);
        var old = now with { Scorecards = [.. now.Scorecards.Select(c => c with { Rank = 1 })] };
        Differences.Between(old, now).None.ShouldBeTrue();
        Differences.Between(old, Of("A", "B").Inspected("A", 2, 95).Compute()).Figures
            .ShouldContain(new PendingCorrection("A", "rank", null, "1"));
    }

    [Fact]
    public void A_card_without_a_rank_reads_back_as_it_was_stored()
    {
        var card = Of("A").Compute().Scorecards.Single();
        Campaign.Scoring.Months.Stored.Scorecard.Of(card).Rank.ShouldBe(0);
        Campaign.Scoring.Months.Stored.Scorecard.Of(card).ToScorecard().Rank.ShouldBeNull();
    }

    /// <summary>Nobody was inspected: a commendation is a remark and moves no score.</summary>
    private static MonthStory Vetoed(VetoGround? ground) => Of("A", "B").Vetoed("A", HonourScope.Month, September, ground);
}
