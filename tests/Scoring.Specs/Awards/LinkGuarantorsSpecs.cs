using Campaign.Scoring.Awards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Awards;

public sealed class LinkGuarantorsSpecs
{
    [Fact]
    public void The_same_links_again_are_nothing()
    {
        new Scenario<GuarantorLinks>([Linked("A", "B")]).When(Link("A", "B").Decide).ThenNothing();
        new Scenario<GuarantorLinks>([Linked("A", "B")]).When(Link("A").Decide).Then(Linked("A"));
    }

    private static LinkGuarantors Link(params string[] subjects) => new([new("党工委副书记", subjects)], At(1));

    private static GuarantorsLinked Linked(params string[] subjects) => new([new("党工委副书记", subjects)], At(1));
}
