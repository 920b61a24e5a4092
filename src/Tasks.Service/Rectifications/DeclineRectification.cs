using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Rectifications;

/// <summary>退回派单: the unit is not responsible; the finding goes back to the queue for another.</summary>
internal sealed record DeclineRectification(Caller By, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { FollowsFinding: false } => RectificationRules.OnlyRectificationsDeclined,
        { Status: AssignmentStatus.Unrouted } => Decision.Nothing,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        { Status: not (AssignmentStatus.Issued or AssignmentStatus.Acknowledged) } => RectificationRules.WorkBegun,
        _ => Decision.Of(new RectificationDeclined(assignment.Finding!, assignment.Unit, Reason, Now)),
    };
}

internal static class DeclineRectificationEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/decline", Handle).Allow(Audience.Doers).WithSummary("退回派单").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, Decline body, Caller caller, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new DeclineRectification(caller, body.Reason, commands.Now).Decide);
}

internal sealed record Decline(string Reason)
{
    internal sealed class Validator : AbstractValidator<Decline>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
