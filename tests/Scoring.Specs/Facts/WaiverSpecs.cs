using Campaign.Scoring.Scorecards;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Facts;

/// <summary>曾扣·免计: the score as if it had not been, the line still there.</summary>
public sealed class WaiverSpecs
{
    private static readonly DateTimeOffset Due = At(10);
    private static readonly MonthStory Story = Of("A").Inspected("A", 2, 90)
        .Case("甲案", Recorded(At(1)), Routed("A", At(1), At(5)), Extended("A", At(4), Due), Overdue("A", Due), Rejected("A", At(12), Due));

    [Fact]
    public void A_waived_deadline_takes_no_points_and_is_out_of_the_statistics()
    {
        var (card, counts) = Waived(Story, "overdueCase");
        (card.Score, counts.Due, counts.Cases).ShouldBe((89.7m, 0, 1));
        card.Lines.Sum(l => l.Points).ShouldBe(card.Score!.Value);
        var shown = card.Lines.Single(l => l.Kind == "overdueCase");
        shown.Points.ShouldBe(0);
        shown.Text.ShouldContain("曾扣·免计");
    }

    [Fact]
    public void The_deadline_before_it_does_not_come_back() =>
        Waived(Story, "overdueCase").Card.Lines.Count(l => l.Kind == "overdueCase").ShouldBe(1);

    [Fact]
    public void A_waived_rejection_leaves_the_deadline()
    {
        var (card, counts) = Waived(Story, "rejectedRectification");
        (card.Score, counts.Due, counts.Reworked).ShouldBe((89.5m, 1, 0));
    }

    [Fact]
    public void What_the_cap_had_spared_counts_again()
    {
        var story = Of("A").Inspected("A", 2, 90);
        for (var i = 0; i < 4; i++) story = story.Case($"案{i}", Recorded(At(1)), Routed("A", At(1), At(5 + i)), Overdue("A", At(5 + i)));
        story.Card("A").Score.ShouldBe(88.5m);
        Waived(story, "overdueCase").Card.Score.ShouldBe(88.5m);
    }

    [Fact]
    public void A_waived_inspection_has_no_score_but_was_a_visit()
    {
        var story = Story.Inspected("A", 3, 50);
        var line = story.Card("A").Lines.Single(l => l.Kind == "inspection" && l.Score == 50);
        var month = story.Waive("A", line).Compute();
        month.Scorecards.Single().Mean.ShouldBe(90);
        month.MissingWeeks["A"].ShouldBe(story.Compute().MissingWeeks["A"]);
    }

    private static (Scorecard Card, MonthCounts Counts) Waived(MonthStory story, string kind)
    {
        var month = story.Waive("A", story.Card("A").Lines.First(l => l.Kind == kind)).Compute();
        return (month.Scorecards.Single(), month.Counts);
    }
}
