using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Deadlines;

/// <summary>申请延期: the unit asks; the dispatcher grants it (see <see cref="ExtendDeadline"/>) or not.</summary>
internal sealed record RequestExtension(Caller By, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: false } => AssignmentRules.NotOpen,
        _ when !By.ActsFor(assignment.Unit) => AssignmentRules.NotYourUnit,
        _ when assignment.Facet<DeadlineFacet>().Request is ExtensionRequest.Pending => Decision.Nothing,
        _ when assignment.IsOverdue(Now) => DeadlineRules.OverdueNotExtended,
        { Clock.Suspension: not null } => DeadlineRules.SuspendedNotExtended,
        { Clock.Extensions: >= ExtendDeadline.MaxExtensions } => DeadlineRules.ExtensionsUsedUp,
        _ => Decision.Of(new ExtensionRequested(assignment.Unit, Reason, Now)),
    };
}

/// <summary>不同意延期. The unit may ask again.</summary>
internal sealed record RefuseExtension(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        _ when assignment.Facet<DeadlineFacet>().Request is ExtensionRequest.Refused => Decision.Nothing,
        _ when assignment.Facet<DeadlineFacet>().Request is ExtensionRequest.None => DeadlineRules.ExtensionNotRequested,
        _ => Decision.Of(new ExtensionRefused(assignment.Unit, Reason, Now)),
    };
}

internal static class RequestExtensionEndpoints
{
    public static void Map(RouteGroupBuilder assignments)
    {
        assignments.MapPost("/{id:guid}/extension-request", Request).Allow(Audience.Doers).WithSummary("申请延期").Produces<VersionedResult>();
        assignments.MapPost("/{id:guid}/extension-refusal", Refuse).Allow(Audience.Offices).WithName("RefuseExtension").WithSummary("不同意延期")
            .Produces<VersionedResult>();
    }

    private static Task<IResult> Request(string street, Guid id, ReasonBody body, Caller caller, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new RequestExtension(caller, body.Reason, commands.Now).Decide);

    private static Task<IResult> Refuse(string street, Guid id, ReasonBody body, Commands commands) =>
        commands.Run(Assignment.Stream(street, id), new RefuseExtension(body.Reason, commands.Now).Decide);
}
