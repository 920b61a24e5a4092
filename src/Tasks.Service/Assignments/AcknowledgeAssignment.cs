using Campaign.EventStore;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <summary>签收: the unit has taken the assignment.</summary>
internal sealed record AcknowledgeAssignment(Caller By, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        { Status: AssignmentStatus.Issued } => Decision.Of(new AssignmentAcknowledged(assignment.Unit, assignment.Finding, Now)),
        _ => Decision.Nothing,
    };
}

internal static class AcknowledgeAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/acknowledgement", Handle).Allow(Audience.Doers).WithSummary("签收").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, Caller caller, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new AcknowledgeAssignment(caller, commands.Now).Decide);
}
