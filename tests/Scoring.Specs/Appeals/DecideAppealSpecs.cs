using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Appeals;

public sealed class DecideAppealSpecs
{
    private static readonly Guid Event = Guid.Parse("019300c8-0000-7000-8000-000000000001");
    private static readonly ScoreLine Line = new("overdueCase", -0.5m, "案件到期未销号，扣 0.5 分", EventId: Event);
    private static readonly DateTimeOffset Announced = At(4, 9, month: 10);
    private static readonly AppealLodged Lodged =
        new("2024-09", "A", "overdueCase", Event, Line.Text, -0.5m, "当日已整改", "照片三张", "officer", Announced);
    private static readonly AppealReviewed Reviewed = new(Uphold: true, "情况属实", "office", Announced);

    [Fact]
    public void Upheld_by_another_the_line_is_waived() =>
        Given(Lodged, Reviewed).When(Decide(uphold: true, "district"))
            .Then(new AppealUpheld("2024-09", "A", "overdueCase", Event, Line.Text, -0.5m, "同意", "district", Announced)).AndAgainNothing();

    [Fact]
    public void The_second_step_may_differ_from_the_first() =>
        Given(Lodged, Reviewed).When(Decide(uphold: false, "district")).Then(new AppealDismissed("同意", "district", Announced))
            .AndAgainNothing();

    [Theory]
    [InlineData("office")]
    [InlineData("officer")]
    public void Whoever_lodged_or_reviewed_does_not_decide(string by) =>
        Given(Lodged, Reviewed).When(Decide(uphold: true, by)).ThenRefused(AppealRules.FourEyes);

    [Fact]
    public void No_decision_without_a_review() => Given(Lodged).When(Decide(uphold: true, "district")).ThenRefused(AppealRules.NotReviewed);

    [Fact]
    public void A_decision_stands() =>
        Given(Lodged, Reviewed, new AppealDismissed("不成立", "district", Announced)).When(Decide(uphold: true, "district"))
            .ThenRefused(AppealRules.Decided);

    private static Scenario<Appeal> Given(params object[] history) => new(history);

    private static Func<Appeal, Decision> Decide(bool uphold, string by) => new DecideAppeal(uphold, "同意", by, Announced).Decide;
}
