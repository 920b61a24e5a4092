using Campaign.EventStore;
using Campaign.Scoring.Commendations;
using Campaign.Scoring.Vetoes;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs;

/// <summary>一票否决 and 表扬: entered, put right, taken back; never deleted.</summary>
public sealed class HonourSpecs
{
    private static readonly VetoRaised Raised =
        new("1", "A", VetoScope.HalfYear, "2024-09", "媒体曝光", At(3), VetoGround.Exposure, "市电视台9月2日报道", "office");
    private static readonly CommendationGranted Granted = new("1", "A", new DateOnly(2024, 9, 3), "区级通报表扬", At(3), "区创卫办〔2024〕8号", "office");

    [Fact]
    public void A_veto_names_its_ground_its_evidence_and_its_author() => Veto().When(Raise().Decide).Then(Raised).AndAgainNothing();

    [Fact]
    public void Another_account_that_says_the_same_changes_nothing() => Veto(Raised).When((Raise() with { By = "district" }).Decide).ThenNothing();

    [Fact]
    public void It_is_put_right_until_it_is_released()
    {
        var right = Raise() with { Scope = VetoScope.Year };
        Veto(Raised).When(right.Decide).Then(Raised with { Scope = VetoScope.Year });
        Veto(Raised, new VetoReleased("1", "整改到位", "office", At(9))).When(right.Decide).ThenRefused(VetoRules.Released);
    }

    [Fact]
    public void It_is_released_with_a_reason_once() =>
        Veto(Raised).When(new ReleaseVeto("1", "整改到位", "office", At(9)).Decide).Then(new VetoReleased("1", "整改到位", "office", At(9))).AndAgainNothing();

    [Fact]
    public void What_was_not_raised_is_not_released() => Veto().When(new ReleaseVeto("1", "整改到位", "office", At(9)).Decide).ThenRefused(VetoRules.NotFound);

    [Fact]
    public void A_commendation_is_withdrawn_with_a_reason_once()
    {
        var withdraw = new WithdrawCommendation("1", "查实有误", "office", At(9));
        Commendation(Granted).When(withdraw.Decide).Then(new CommendationWithdrawn("1", "查实有误", "office", At(9))).AndAgainNothing();
        Commendation().When(withdraw.Decide).ThenRefused(CommendationRules.NotFound);
    }

    [Fact]
    public void A_withdrawn_commendation_stays_so()
    {
        var grant = new GrantCommendation("1", "A", Granted.Date, "市级通报表扬", At(3), Granted.Evidence, "office");
        Commendation(Granted, new CommendationWithdrawn("1", "查实有误", "office", At(9))).When(grant.Decide).ThenRefused(CommendationRules.Withdrawn);
    }

    private static RaiseVeto Raise() =>
        new("1", "A", VetoScope.HalfYear, "2024-09", "媒体曝光", At(3), VetoGround.Exposure, "市电视台9月2日报道", "office");

    private static Scenario<VetoState> Veto(params object[] history) => new(history);

    private static Scenario<CommendationState> Commendation(params object[] history) => new(history);
}
