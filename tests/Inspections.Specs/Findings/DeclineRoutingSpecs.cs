using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

/// <summary>退回派单, as Tasks tells of it.</summary>
public sealed class DeclineRoutingSpecs
{
    private static readonly AcknowledgeFinding Acknowledge = new(1, Unit, Step(2), Morning.AddHours(2));
    private static readonly DeclineRouting Decline = new(1, Unit, "不属本单位职责", Step(2), Morning.AddHours(2));

    [Fact]
    public void A_unit_declines_and_the_case_waits_for_another() =>
        Given(Recorded, Routed).When(Decline.Decide).Then(Declined).AndAgainNothing();

    [Fact]
    public void Declining_is_waited_for_when_the_routing_is_not_here_yet() =>
        Given(Recorded).When(Decline.Decide).ThenRefused(FindingRules.NotRouted);

    [Fact]
    public void What_the_unit_did_before_it_declined_is_over() => Given(Recorded, Routed, Declined).When(Acknowledge.Decide).ThenNothing();
}
