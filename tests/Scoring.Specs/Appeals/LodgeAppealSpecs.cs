using Campaign.EventStore;
using Campaign.Scoring.Appeals;
using static Campaign.Scoring.Specs.Appeals.AppealStory;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Appeals;

public sealed class LodgeAppealSpecs
{
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

    private static LodgeAppeal Command(DateTimeOffset now, string reason = "当日已整改") =>
        new(September, "A", Line, Announced, Waived: false, AppealTerm.DefaultDays, reason, "照片三张", "officer", now);

    private static Func<Appeal, Decision> Lodge(DateTimeOffset now, string reason = "当日已整改") => Command(now, reason).Decide;
}
