using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Rectifications;

public sealed class DeclineRectificationSpecs
{
    private static readonly DeclineRectification Decline = new(Officer, "不属于本单位路段", Morning.AddHours(1));

    [Fact]
    public void A_unit_that_is_not_responsible_hands_it_back() =>
        Given(Opened, Routed).When(Decline.Decide).Then(Declined).AndAgainNothing();

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
    public void Only_rectifications_are_declined() =>
        Given(Issued).When(Decline.Decide).ThenRefused(RectificationRules.OnlyRectificationsDeclined);

    [Fact]
    public void A_closed_case_is_not_declined() =>
        Given(Opened, Routed, StruckOff).When(Decline.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Decline.Decide).ThenRefused(AssignmentRules.NotFound);
}
