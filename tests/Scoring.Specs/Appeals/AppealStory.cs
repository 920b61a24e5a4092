using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Appeals;

/// <summary>A line of September and what unit, office and district say about it.</summary>
internal static class AppealStory
{
    public static readonly Guid Event = Guid.Parse("019300c8-0000-7000-8000-000000000001");
    public static readonly ScoreLine Line = new("overdueCase", -0.5m, "案件到期未销号，扣 0.5 分", EventId: Event);
    public static readonly DateTimeOffset Announced = At(4, 9, month: 10);
    public static readonly AppealLodged Lodged =
        new("2024-09", "A", "overdueCase", Event, Line.Text, -0.5m, "当日已整改", "照片三张", "officer", Announced);
    public static readonly AppealReviewed Reviewed = new(Uphold: true, "情况属实", "office", Announced);

    public static Scenario<Appeal> Given(params object[] history) => new(history);

    public static Func<Appeal, Decision> Decide(bool uphold, string by) => new DecideAppeal(uphold, "同意", by, Announced).Decide;
}
