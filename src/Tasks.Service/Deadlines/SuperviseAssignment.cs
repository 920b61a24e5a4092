using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Deadlines;

/// <summary>督办: somebody presses what is overdue; once for each deadline that was missed.</summary>
internal sealed record SuperviseAssignment(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        { Due: { } due } when assignment.IsOverdue(Now) => assignment.Facet<DeadlineFacet>().SupervisedDue == due
            ? Decision.Nothing
            : assignment.OverdueThen(Now, new AssignmentSupervised(assignment.Unit, due, Reason, Now)),
        _ => DeadlineRules.NotOverdue,
    };
}

internal static class SuperviseAssignmentEndpoint
{
    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapPost("/{id:guid}/supervision", Handle).Allow(Audience.Reviewers).WithSummary("督办").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, ReasonBody body, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new SuperviseAssignment(body.Reason, commands.Now).Decide);
}
