using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class VoidFindingSpecs
{
    private static readonly DateTimeOffset Noon = Morning.AddHours(3);
    private static readonly VoidFinding Void = new("误报", Noon);

    [Fact]
    public void An_open_case_is_voided_with_its_reason() =>
        Given(Recorded, Routed).When(Void.Decide).Then(new FindingVoided(Number, 1, "误报", Noon)).AndAgainNothing();

    [Fact]
    public void A_struck_off_case_is_not_voided() =>
        Given(Recorded, Routed, Reported, StruckOff).When(Void.Decide).ThenRefused(FindingRules.NotOpen);
}
