using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class OpenRectificationSpecs
{
    private static readonly Routing ToUnit = new(TheUnit, [AnotherUnit], "P01", Due);
    private static readonly OpenRectification Open = new(TheCase, 1, TheMatter, ToUnit, Morning);

    [Fact]
    public void A_finding_that_a_rule_covers_is_issued_at_once() => Given().When(Open.Decide).Then(Opened, Routed).AndAgainNothing();

    [Fact]
    public void A_finding_without_a_rule_waits_in_the_queue() => Given().When((Open with { Routing = null }).Decide).Then(Opened).AndAgainNothing();

    [Fact]
    public void A_finding_called_off_before_its_record_arrived_goes_to_no_unit() =>
        Given(new RectificationCalledOff(TheCase, 2, "误登", Noon)).When(Open.Decide).Then(Opened).AndAgainNothing();

    [Fact]
    public void A_record_that_comes_again_after_the_unit_began_changes_nothing() => Given(Opened, Routed, Accepted).When(Open.Decide).ThenNothing();
}

public sealed class DeclineRectificationSpecs
{
    private static readonly DeclineRectification Decline = new(Officer, "不属于本单位路段", Morning.AddHours(1));

    [Fact]
    public void A_unit_that_is_not_responsible_hands_it_back() => Given(Opened, Routed).When(Decline.Decide).Then(Declined).AndAgainNothing();

    [Fact]
    public void Even_after_taking_it() => Given(Opened, Routed, Accepted).When(Decline.Decide).Then(Declined);

    [Fact]
    public void Not_after_working_on_it()
    {
        Given(Opened, Routed, Reported).When(Decline.Decide).ThenRefused(RectificationRules.WorkBegun);
        Given(Opened, Routed, Reported, Rejected).When(Decline.Decide).ThenRefused(RectificationRules.WorkBegun);
    }

    [Fact]
    public void Another_unit_does_not_decline() =>
        Given(Opened, Routed).When((Decline with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Only_rectifications_are_declined() => Given(Issued).When(Decline.Decide).ThenRefused(RectificationRules.OnlyRectificationsDeclined);

    [Fact]
    public void A_closed_case_is_not_declined() => Given(Opened, Routed, StruckOff).When(Decline.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Decline.Decide).ThenRefused(AssignmentRules.NotFound);
}

public sealed class RouteByHandSpecs
{
    private static readonly RouteByHand Route = new(AnotherUnit, Later, Noon);
    private static readonly RectificationIssued ByHand = new(TheCase, AnotherUnit, [], null, Later, Noon);

    [Fact]
    public void The_office_routes_what_waits() => Given(Opened).When(Route.Decide).Then(ByHand).AndAgainNothing();

    [Fact]
    public void The_office_routes_what_a_unit_declined() => Given(Opened, Routed, Declined).When(Route.Decide).Then(ByHand).AndAgainNothing();

    [Fact]
    public void The_deadline_lies_ahead() => Given(Opened).When((Route with { Now = Later }).Decide).ThenRefused(AssignmentRules.DueInThePast);

    [Fact]
    public void What_lies_with_a_unit_is_not_routed_again() => Given(Opened, Routed).When(Route.Decide).ThenRefused(RectificationRules.NotUnrouted);

    [Fact]
    public void What_nobody_recorded_is_not_found() => Given().When(Route.Decide).ThenRefused(AssignmentRules.NotFound);
}
