using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Assignments;

/// <summary>撤销. A rectification is called off with its finding.</summary>
internal sealed record CancelAssignment(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { FollowsFinding: true } => AssignmentRules.FollowsFinding,
        { Status: AssignmentStatus.Cancelled } => Decision.Nothing,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ => assignment.OverdueThen(Now, new AssignmentCancelled(assignment.Unit, Reason, Now)),
    };
}

internal static class CancelAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/cancellation", Handle).Allow(Audience.Offices).WithSummary("撤销").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, Cancellation body, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new CancelAssignment(body.Reason, commands.Now).Decide);
}

internal sealed record Cancellation(string Reason)
{
    internal sealed class Validator : AbstractValidator<Cancellation>
    {
        public Validator() => RuleFor(x => x.Reason).NotEmpty().MaximumLength(500);
    }
}
