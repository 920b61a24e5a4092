using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Rectifications;

public sealed class RouteByHandSpecs
{
    private static readonly RouteByHand Route = new(AnotherUnit, Later, Noon);
    private static readonly RectificationIssued ByHand = new(TheFinding, AnotherUnit, [], null, Later, Noon);

    [Fact]
    public void The_office_routes_what_waits() => Given(Opened).When(Route.Decide).Then(ByHand).AndAgainNothing();

    [Fact]
    public void The_office_routes_what_a_unit_declined() =>
        Given(Opened, Routed, Declined).When(Route.Decide).Then(ByHand).AndAgainNothing();

    [Fact]
    public void The_guarantor_is_the_one_of_the_place_and_not_of_the_unit()
    {
        var guarantors = new Guarantors(
            new Dictionary<string, string> { [AnotherUnit] = "C2" },
            [new("P07", null, [], ["C2"]), new("P08", null, [], [TheDetails.Community!])]);
        Given(Opened).When((Route with { Guarantors = guarantors }).Decide).Then(ByHand with { Guarantor = "P08" }).AndAgainNothing();
    }

    [Fact]
    public void The_deadline_lies_ahead() =>
        Given(Opened).When((Route with { Now = Later }).Decide).ThenRefused(AssignmentRules.DueInThePast);

    [Fact]
    public void What_lies_with_a_unit_is_not_routed_again() =>
        Given(Opened, Routed).When(Route.Decide).ThenRefused(RectificationRules.NotUnrouted);

    [Fact]
    public void What_nobody_recorded_is_not_found() => Given().When(Route.Decide).ThenRefused(AssignmentRules.NotFound);
}
