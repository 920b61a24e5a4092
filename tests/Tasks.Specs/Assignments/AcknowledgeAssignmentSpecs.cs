using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Dispatch;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class AcknowledgeAssignmentSpecs
{
    private static readonly AcknowledgeAssignment Acknowledge = new(Officer, Noon);

    [Fact]
    public void The_unit_takes_what_was_issued_to_it() =>
        Given(Issued).When(Acknowledge.Decide).Then(new AssignmentAcknowledged(TheUnit, null, Noon)).AndAgainNothing();

    [Fact]
    public void A_rectification_names_its_case_when_taken() =>
        Given(Opened, Routed).When(Acknowledge.Decide).Then(new AssignmentAcknowledged(TheUnit, TheCase, Noon));

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
    public void What_is_cancelled_is_not_taken_any_more() => Given(Issued, Cancelled).When(Acknowledge.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_waits_for_a_unit_is_with_none() => Given(Opened).When(Acknowledge.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Acknowledge.Decide).ThenRefused(AssignmentRules.NotFound);
}

public sealed class SubmitAssignmentSpecs
{
    private static readonly SubmitAssignment Submit = new(Kinds, Officer, Photos, "完成", Noon);

    [Fact]
    public void The_unit_says_it_is_done() =>
        Given(Issued, Acknowledged).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, Photos, "完成", null, Noon)).AndAgainNothing();

    [Fact]
    public void A_one_off_needs_no_photo() =>
        Given(Issued).When((Submit with { Photos = [] }).Decide).Then(new AssignmentSubmitted(TheUnit, [], "完成", null, Noon));

    [Fact]
    public void A_rectification_shows_a_photo_taken_afterwards() =>
        Given(Opened, Routed).When((Submit with { Photos = [] }).Decide).ThenRefused(RectificationRules.PhotoMissing);

    [Fact]
    public void A_returned_assignment_is_submitted_again() =>
        Given(Issued, Submitted, Returned).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, Photos, "完成", null, Noon));

    [Fact]
    public void A_rejected_rectification_is_reported_again_even_with_the_same_photos() =>
        Given(Opened, Routed, Reported, Rejected).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, Photos, "完成", TheCase, Noon));

    [Fact]
    public void Quantities_go_with_it()
    {
        Quantity[] panels = [new("宣传展板", 22, "块")];
        Given(Issued).When((Submit with { Quantities = panels }).Decide)
            .Then(new AssignmentSubmitted(TheUnit, Photos, "完成", null, Noon, panels)).AndAgainNothing();
        Given(Issued, Submitted).When((Submit with { Quantities = panels }).Decide).ThenRefused(AssignmentRules.AlreadySubmitted);
    }

    [Fact]
    public void Other_photos_wait_until_the_first_were_judged() =>
        Given(Issued, Submitted).When((Submit with { Photos = [new('c', 64)] }).Decide).ThenRefused(AssignmentRules.AlreadySubmitted);

    [Fact]
    public void Another_unit_does_not_submit() =>
        Given(Issued).When((Submit with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void An_approved_assignment_takes_no_more() => Given(Issued, Submitted, Approved).When(Submit.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void A_rectification_struck_off_takes_no_more() =>
        Given(Opened, Routed, Reported, StruckOff).When(Submit.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Submit.Decide).ThenRefused(AssignmentRules.NotFound);
}

public sealed class IssueAssignmentSpecs
{
    private static readonly IssueAssignment Issue = new(Title, TheUnit, new(Due), Morning);

    [Fact]
    public void An_assignment_is_issued_to_a_unit_until_a_deadline() => Given().When(Issue.Decide).Then(Issued).AndAgainNothing();

    [Fact]
    public void It_names_who_helps_who_reviews_and_what_is_asked()
    {
        var brief = new ArchiveBrief(["控烟"], [2019]).ToBrief();
        Given().When((Issue with { Kind = AssignmentKind.Archive, CooperatingUnits = [AnotherUnit], Guarantor = ThePost, Brief = brief }).Decide)
            .Then(Issued with { Kind = AssignmentKind.Archive, CooperatingUnits = [AnotherUnit], Guarantor = ThePost, Brief = brief });
    }

    [Fact]
    public void The_deadline_lies_ahead() => Given().When((Issue with { Now = Due }).Decide).ThenRefused(AssignmentRules.DueInThePast);
}
