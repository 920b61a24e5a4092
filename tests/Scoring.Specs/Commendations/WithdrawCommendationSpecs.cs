using Campaign.Scoring.Commendations;
using Campaign.Scoring.Honours;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Commendations;

public sealed class WithdrawCommendationSpecs
{
    private static readonly CommendationGranted Granted = new(
        "1", "A", new DateOnly(2024, 9, 3), "区级通报表扬", At(3), "区创卫办〔2024〕8号", "office");

    [Fact]
    public void A_commendation_is_withdrawn_with_a_reason_once()
    {
        var withdraw = new WithdrawCommendation("1", "查实有误", "office", At(9));
        Commendation(Granted).When(withdraw.Decide).Then(new CommendationWithdrawn("1", "查实有误", "office", At(9))).AndAgainNothing();
        Commendation().When(withdraw.Decide).ThenRefused(CommendationRules.NotFound);
    }

    private static Scenario<HonourState> Commendation(params object[] history) => new(history);
}
