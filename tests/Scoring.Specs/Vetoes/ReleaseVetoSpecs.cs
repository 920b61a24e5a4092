using Campaign.Scoring.Honours;
using Campaign.Scoring.Vetoes;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Vetoes;

public sealed class ReleaseVetoSpecs
{
    private static readonly VetoRaised Raised =
        new("1", "A", HonourScope.HalfYear, "2024-09", "媒体曝光", At(3), VetoGround.Exposure, "市电视台9月2日报道", "office");

    [Fact]
    public void It_is_released_with_a_reason_once() =>
        Veto(Raised).When(new ReleaseVeto("1", "整改到位", "office", At(9)).Decide).Then(new VetoReleased("1", "整改到位", "office", At(9)))
            .AndAgainNothing();

    [Fact]
    public void What_was_not_raised_is_not_released() =>
        Veto().When(new ReleaseVeto("1", "整改到位", "office", At(9)).Decide).ThenRefused(VetoRules.NotFound);

    private static Scenario<HonourState> Veto(params object[] history) => new(history);
}
