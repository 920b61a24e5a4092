using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

public sealed class ReviewAssignmentSpecs
{
    private static readonly ApproveAssignment Approve = new(OfficeReviews, Noon);
    private static readonly ReturnAssignment Return = new(OfficeReviews, "缺少2019年资料", Noon);

    /// <summary>Holds an office and is officer of the unit at once.</summary>
    private static readonly Reviewer OfficeOfTheUnit = Reviewing(office: true, unit: TheUnit);

    [Fact]
    public void What_was_submitted_is_approved() =>
        Given(Issued, Submitted).When(Approve.Decide).Then(new AssignmentApproved(TheUnit, Noon)).AndAgainNothing();

    [Fact]
    public void What_was_submitted_goes_back_with_the_reason() =>
        Given(Issued, Submitted).When(Return.Decide).Then(Returned).AndAgainNothing();

    [Fact]
    public void Nobody_reviews_what_was_not_submitted()
    {
        Given(Issued, Acknowledged).When(Approve.Decide).ThenRefused(AssignmentRules.NotSubmitted);
        Given(Issued, Acknowledged).When(Return.Decide).ThenRefused(AssignmentRules.NotSubmitted);
    }

    [Fact]
    public void What_was_returned_must_be_submitted_again_first() =>
        Given(Issued, Submitted, Returned).When(Approve.Decide).ThenRefused(AssignmentRules.NotSubmitted);

    [Fact]
    public void A_unit_does_not_review_its_own_work()
    {
        Given(Issued, Submitted).When((Approve with { By = OfficeOfTheUnit }).Decide).ThenRefused(AssignmentRules.ReviewerIsDoer);
        Given(Issued, Submitted).When((Return with { By = OfficeOfTheUnit }).Decide).ThenRefused(AssignmentRules.ReviewerIsDoer);
    }

    [Fact]
    public void Nor_does_a_unit_that_had_it_before()
    {
        var handedOn = new AssignmentReassigned(AnotherUnit, TheUnit, Due, "职责调整", null, Noon);
        Given(Issued with { Unit = AnotherUnit }, handedOn, Submitted)
            .When((Approve with { By = Reviewing(office: true, unit: AnotherUnit) }).Decide).ThenRefused(AssignmentRules.ReviewerIsDoer);
    }

    [Fact]
    public void The_guarantor_leader_may_review_what_names_his_post() =>
        Given(Issued with { Guarantor = ThePost }, Submitted)
            .When((Approve with { By = Reviewing(post: ThePost) }).Decide).Then(Approved);

    [Fact]
    public void A_guarantor_leader_does_not_review_what_is_not_his() =>
        Given(Issued, Submitted).When((Approve with { By = Reviewing(post: ThePost) }).Decide).ThenRefused(AssignmentRules.NotYourReview);

    [Fact]
    public void What_is_approved_does_not_go_back() =>
        Given(Issued, Submitted, Approved).When(Return.Decide).ThenRefused(AssignmentRules.AlreadyApproved);

    [Fact]
    public void What_is_cancelled_is_not_reviewed()
    {
        Given(Issued, Submitted, Cancelled).When(Approve.Decide).ThenRefused(AssignmentRules.NotOpen);
        Given(Issued, Submitted, Cancelled).When(Return.Decide).ThenRefused(AssignmentRules.NotOpen);
    }

    [Fact]
    public void A_rectification_is_verified_by_inspection_alone()
    {
        Given(Opened, Routed, Reported).When(Approve.Decide).ThenRefused(AssignmentRules.VerifiedByInspection);
        Given(Opened, Routed, Reported).When(Return.Decide).ThenRefused(AssignmentRules.VerifiedByInspection);
    }

    [Fact]
    public void What_nobody_issued_is_not_found()
    {
        Given().When(Approve.Decide).ThenRefused(AssignmentRules.NotFound);
        Given().When(Return.Decide).ThenRefused(AssignmentRules.NotFound);
    }
}
