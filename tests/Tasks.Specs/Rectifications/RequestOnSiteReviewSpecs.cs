using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Rectifications;

/// <summary>请现场复核.</summary>
public sealed class RequestOnSiteReviewSpecs
{
    private static readonly RequestOnSiteReview Request = new(Officer, "院内设施已拆除", Noon);
    private static readonly AssignmentSubmitted Asked = new(TheUnit, [], "院内设施已拆除", TheFinding, Noon);

    [Fact]
    public void A_unit_reports_without_a_photo_and_asks_to_be_visited() =>
        Given(Opened, Routed).When(Request.Decide).Then(Asked).AndAgainNothing();

    [Fact]
    public void Also_after_a_rejection() => Given(Opened, Routed, Reported, Rejected).When(Request.Decide).Then(Asked);

    [Fact]
    public void What_was_reported_with_photos_waits_for_its_verification() =>
        Given(Opened, Routed, Reported).When(Request.Decide).ThenRefused(AssignmentRules.AlreadySubmitted);

    [Fact]
    public void Another_unit_does_not_ask() =>
        Given(Opened, Routed).When((Request with { By = OfficerOfAnotherUnit }).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Only_rectifications_are_verified_on_the_spot() =>
        Given(Issued).When(Request.Decide).ThenRefused(RectificationRules.OnlyRectificationsReviewedOnSite);

    [Fact]
    public void A_closed_case_is_not_reported() =>
        Given(Opened, Routed, StruckOff).When(Request.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Request.Decide).ThenRefused(AssignmentRules.NotFound);
}
