using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

public sealed class AcknowledgeAssignmentSpecs
{
    private static readonly AcknowledgeAssignment Acknowledge = new(Officer, Noon);

    [Fact]
    public void The_unit_takes_what_was_issued_to_it() =>
        Given(Issued).When(Acknowledge.Decide).Then(new AssignmentAcknowledged(TheUnit, null, Noon)).AndAgainNothing();

    [Fact]
    public void A_rectification_names_its_case_when_taken() =>
        Given(Opened, Routed).When(Acknowledge.Decide).Then(new AssignmentAcknowledged(TheUnit, TheFinding, Noon));

    [Fact]
    public void What_is_submitted_already_needs_no_acknowledgement() => Given(Issued, Submitted).When(Acknowledge.Decide).ThenNothing();

    [Fact]
    public void The_officer_of_another_unit_does_not_take_it() =>
        Given(Issued).When((Acknowledge with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void A_cooperating_unit_does_not_take_it_in_place_of_the_lead() =>
        Given(Opened, Routed).When((Acknowledge with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void The_office_may_enter_it_for_the_unit() =>
        Given(Issued).When((Acknowledge with { By = Office }).Decide).Then(new AssignmentAcknowledged(TheUnit, null, Noon));

    [Fact]
    public void What_is_cancelled_is_not_taken_any_more() =>
        Given(Issued, Cancelled).When(Acknowledge.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_waits_for_a_unit_is_with_none() => Given(Opened).When(Acknowledge.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Acknowledge.Decide).ThenRefused(AssignmentRules.NotFound);
}
