using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

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
        Given(Opened, Routed, Reported, Rejected).When(Submit.Decide)
            .Then(new AssignmentSubmitted(TheUnit, Photos, "完成", TheFinding, Noon));

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
    public void An_approved_assignment_takes_no_more() =>
        Given(Issued, Submitted, Approved).When(Submit.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void A_rectification_struck_off_takes_no_more() =>
        Given(Opened, Routed, Reported, StruckOff).When(Submit.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Submit.Decide).ThenRefused(AssignmentRules.NotFound);
}
