using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Appeals;

public sealed class LodgeAppealSpecs
{
    private static readonly Guid Event = Guid.Parse("019300c8-0000-7000-8000-000000000001");
    private static readonly ScoreLine Line = new("overdueCase", -0.5m, "案件到期未销号，扣 0.5 分", EventId: Event);
    private static readonly DateTimeOffset Announced = At(4, 9, month: 10);
    private static readonly AppealLodged Lodged =
        new("2024-09", "A", "overdueCase", Event, Line.Text, -0.5m, "当日已整改", "照片三张", "officer", Announced);
    private static readonly AppealReviewed Reviewed = new(Uphold: true, "情况属实", "office", Announced);

    [Fact]
    public void A_unit_appeals_against_a_line_as_it_was_announced() => Given().When(Lodge(Announced)).Then(Lodged).AndAgainNothing();

    [Fact]
    public void Until_the_end_of_the_last_day() =>
        Given().When(Lodge(At(10, 0, month: 10).AddTicks(-1))).Then(Lodged with { At = At(10, 0, month: 10).AddTicks(-1) });

    [Fact]
    public void Not_later() => Given().When(Lodge(At(10, 0, month: 10))).ThenRefused(AppealRules.TooLate(5, new(2024, 10, 9)));

    [Fact]
    public void Once_a_line() => Given(Lodged).When(Lodge(Announced, reason: "另有理由")).ThenRefused(AppealRules.AlreadyLodged);

    [Fact]
    public void Not_again_after_the_decision() =>
        Given(Lodged, Reviewed, new AppealDismissed("不成立", "district", Announced)).When(Lodge(Announced))
            .ThenRefused(AppealRules.AlreadyLodged);

    [Fact]
    public void Not_before_it_is_public() =>
        Given().When((Command(Announced) with { AnnouncedAt = null }).Decide).ThenRefused(AppealRules.NotPublished);

    [Fact]
    public void Not_against_a_line_that_no_event_made() =>
        Given().When((Command(Announced) with { Line = new("rounding", 0.01m, "四舍五入") }).Decide).ThenRefused(AppealRules.LineUnknown);

    [Fact]
    public void Not_against_a_line_that_is_waived() =>
        Given().When((Command(Announced) with { Waived = true }).Decide).ThenRefused(AppealRules.AlreadyWaived);

    private static Scenario<Appeal> Given(params object[] history) => new(history);

    private static LodgeAppeal Command(DateTimeOffset now, string reason = "当日已整改") =>
        new(September, "A", Line, Announced, Waived: false, AppealTerm.DefaultDays, reason, "照片三张", "officer", now);

    private static Func<Appeal, Decision> Lodge(DateTimeOffset now, string reason = "当日已整改") => Command(now, reason).Decide;

    private static Func<Appeal, Decision> Decide(bool uphold, string by) => new DecideAppeal(uphold, "同意", by, Announced).Decide;
}
