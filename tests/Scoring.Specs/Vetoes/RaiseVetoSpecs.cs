using Campaign.Scoring.Honours;
using Campaign.Scoring.Vetoes;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Vetoes;

public sealed class RaiseVetoSpecs
{
    private static readonly VetoRaised Raised =
        new("1", "A", HonourScope.HalfYear, "2024-09", "媒体曝光", At(3), VetoGround.Exposure, "市电视台9月2日报道", "office");

    [Fact]
    public void A_veto_entered_again_later_is_the_same() =>
        new Scenario<HonourState>([new VetoRaised("1", "A", HonourScope.Year, "2024-09", "媒体曝光", At(16))])
            .When(new RaiseVeto("1", "A", HonourScope.Year, "2024-09", "媒体曝光", At(20)).Decide).ThenNothing();

    [Fact]
    public void A_veto_with_other_words_is_put_right() =>
        new Scenario<HonourState>([new VetoRaised("1", "A", HonourScope.Year, "2024-09", "媒体曝光", At(16))])
            .When(new RaiseVeto("1", "A", HonourScope.Month, "2024-09", "媒体曝光", At(20)).Decide)
            .Then(new VetoRaised("1", "A", HonourScope.Month, "2024-09", "媒体曝光", At(20))).AndAgainNothing();

    [Fact]
    public void A_veto_names_its_ground_its_evidence_and_its_author() => Veto().When(Raise().Decide).Then(Raised).AndAgainNothing();

    [Fact]
    public void Another_account_that_says_the_same_changes_nothing() =>
        Veto(Raised).When((Raise() with { By = "district" }).Decide).ThenNothing();

    [Fact]
    public void It_is_put_right_until_it_is_released()
    {
        var right = Raise() with { Scope = HonourScope.Year };
        Veto(Raised).When(right.Decide).Then(Raised with { Scope = HonourScope.Year });
        Veto(Raised, new VetoReleased("1", "整改到位", "office", At(9))).When(right.Decide).ThenRefused(VetoRules.Released);
    }

    private static RaiseVeto Raise() =>
        new("1", "A", HonourScope.HalfYear, "2024-09", "媒体曝光", At(3), VetoGround.Exposure, "市电视台9月2日报道", "office");

    private static Scenario<HonourState> Veto(params object[] history) => new(history);
}
