using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Appeals;

public sealed class ReviewAppealSpecs
{
    private static readonly Guid Event = Guid.Parse("019300c8-0000-7000-8000-000000000001");
    private static readonly ScoreLine Line = new("overdueCase", -0.5m, "案件到期未销号，扣 0.5 分", EventId: Event);
    private static readonly DateTimeOffset Announced = At(4, 9, month: 10);
    private static readonly AppealLodged Lodged =
        new("2024-09", "A", "overdueCase", Event, Line.Text, -0.5m, "当日已整改", "照片三张", "officer", Announced);
    private static readonly AppealReviewed Reviewed = new(Uphold: true, "情况属实", "office", Announced);

    [Fact]
    public void The_first_step_is_a_proposal() =>
        Given(Lodged).When(new ReviewAppeal(Uphold: true, "情况属实", "office", Announced).Decide).Then(Reviewed).AndAgainNothing();

    [Fact]
    public void Whoever_lodged_does_not_review() =>
        Given(Lodged).When(new ReviewAppeal(Uphold: true, "情况属实", "officer", Announced).Decide).ThenRefused(AppealRules.FourEyes);

    [Fact]
    public void What_was_not_lodged_is_neither_reviewed_nor_decided()
    {
        Given().When(Decide(uphold: true, "district")).ThenRefused(AppealRules.NotFound);
        Given().When(new ReviewAppeal(Uphold: true, "情况属实", "office", Announced).Decide).ThenRefused(AppealRules.NotFound);
    }

    private static Scenario<Appeal> Given(params object[] history) => new(history);

    private static Func<Appeal, Decision> Decide(bool uphold, string by) => new DecideAppeal(uphold, "同意", by, Announced).Decide;
}
