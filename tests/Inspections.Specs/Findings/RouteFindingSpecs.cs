using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class RouteFindingSpecs
{
    private static readonly RouteFinding Route = new(1, Unit, [AnotherUnit], Due, Issued, Morning.AddHours(1));
    private static readonly RouteFinding Reroute =
        Route with { Unit = AnotherUnit, CooperatingUnits = [], Due = Due.AddDays(1), Step = Step(3), At = Morning.AddHours(3) };

    private static readonly FindingRouted Rerouted = new(
        Number, 1, AnotherUnit, [], Due.AddDays(1), Step(3), Morning.AddHours(3), FromLedger: false);

    [Fact]
    public void A_recorded_case_goes_to_the_unit_that_Tasks_names() =>
        Given(Recorded).When(Route.Decide)
            .Then(new FindingRouted(Number, 1, Unit, [AnotherUnit], Due, Issued, Morning.AddHours(1), FromLedger: false)).AndAgainNothing();

    [Fact]
    public void A_declined_case_goes_to_another_unit() =>
        Given(Recorded, Routed, Declined).When(Reroute.Decide).Then(Rerouted).AndAgainNothing();

    [Fact]
    public void A_case_is_handed_over_while_it_is_worked_on() => Given(Recorded, Routed, Acknowledged).When(Reroute.Decide).Then(Rerouted);

    [Fact]
    public void Handing_over_after_the_deadline_leaves_the_miss_with_the_first_unit() =>
        Given(Recorded, Routed).When((Reroute with { At = Due.AddHours(1), Due = Due.AddDays(3) }).Decide)
            .Then(Overdue, Rerouted with { At = Due.AddHours(1), Due = Due.AddDays(3) });

    [Fact]
    public void An_older_routing_that_comes_late_is_ignored() => Given(Recorded, Routed, Rerouted).When(Route.Decide).ThenNothing();

    [Fact]
    public void The_first_routing_is_not_repeated_after_the_unit_declined() =>
        Given(Recorded, Routed, Declined).When(Route.Decide).ThenNothing();

    [Fact]
    public void A_routing_of_the_round_before_is_ignored() =>
        Given(Recorded, Routed, Reported, StruckOff, Relapsed).When(Reroute.Decide).ThenNothing();

    [Fact]
    public void A_new_round_is_routed_by_an_assignment_of_its_own()
    {
        var again = new AssignmentStep(Guid.Parse("019300c8-0000-7000-8000-000000000002"), 1);
        Given(Recorded, Routed, Reported, StruckOff, Relapsed)
            .When((Route with { Round = 2, Step = again, At = Morning.AddDays(8), Due = Morning.AddDays(9) }).Decide)
            .Then(new FindingRouted(Number, 2, Unit, [AnotherUnit], Morning.AddDays(9), again, Morning.AddDays(8), FromLedger: false));
    }

    [Fact]
    public void A_struck_off_case_is_not_routed() => Given(Recorded, Routed, Reported, StruckOff).When(Reroute.Decide).ThenNothing();

    [Fact]
    public void A_case_that_is_not_here_yet_is_waited_for() => Given().When(Route.Decide).ThenRefused(FindingRules.NotFound);
}
