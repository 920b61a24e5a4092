using Campaign.ServiceDefaults.Identity;
using Campaign.Tasks.Assignments;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class ReviewAssignmentSpecs
{
    private static readonly ApproveAssignment Approve = new(Office, Noon);
    private static readonly ReturnAssignment Return = new(Office, "缺少2019年资料", Noon);

    /// <summary>Holds an office and is officer of the unit at once.</summary>
    private static readonly Caller OfficeOfTheUnit = TestIdentity.Caller(Role.StreetOffice, TheStreet, TheUnit);

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
    public void What_is_approved_does_not_go_back() => Given(Issued, Submitted, Approved).When(Return.Decide).ThenRefused(AssignmentRules.AlreadyApproved);

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
