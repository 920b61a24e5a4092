using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

/// <summary>签收, as Tasks tells of it.</summary>
public sealed class AcknowledgeFindingSpecs
{
    private static readonly AcknowledgeFinding Acknowledge = new(1, Unit, Step(2), Morning.AddHours(2));

    [Fact]
    public void A_unit_takes_the_case() => Given(Recorded, Routed).When(Acknowledge.Decide).Then(Acknowledged).AndAgainNothing();

    [Fact]
    public void Who_takes_a_case_before_its_routing_is_heard_of_waits() =>
        Given(Recorded).When(Acknowledge.Decide).ThenRefused(FindingRules.NotRouted);

    [Fact]
    public void A_case_that_was_reported_already_is_not_taken_again() =>
        Given(Recorded, Routed, Reported).When(Acknowledge.Decide).ThenNothing();

    [Fact]
    public void Another_unit_takes_nothing() =>
        Given(Recorded, Routed).When((Acknowledge with { Unit = AnotherUnit }).Decide).ThenNothing();
}
