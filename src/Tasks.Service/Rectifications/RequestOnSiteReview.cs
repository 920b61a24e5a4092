using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Rectifications;

/// <summary>请现场复核: reported as done without a photo; whoever verifies it comes and takes one.</summary>
internal sealed record RequestOnSiteReview(Caller By, string? Note, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { FollowsFinding: false } => RectificationRules.OnlyRectificationsReviewedOnSite,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        { Status: AssignmentStatus.Submitted, Submission.Photos: [] } => Decision.Nothing,
        { Status: AssignmentStatus.Submitted } => AssignmentRules.AlreadySubmitted,
        _ => Decision.Of(new AssignmentSubmitted(
            assignment.Unit, Photos: [], Note, assignment.Finding, Now, ByOffice: By.HeldToUnits is null ? true : null)),
    };
}

internal static class RequestOnSiteReviewEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/on-site-review", Handle).Allow(Audience.Doers)
        .WithSummary("上报整改，请现场复核（不附照片）").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, OnSiteReview body, Caller caller, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new RequestOnSiteReview(caller, body.Note, commands.Now).Decide);
}

internal sealed record OnSiteReview(string? Note)
{
    internal sealed class Validator : AbstractValidator<OnSiteReview>
    {
        public Validator() => RuleFor(x => x.Note).MaximumLength(2000);
    }
}
