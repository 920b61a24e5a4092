using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Web;

namespace Campaign.Inspections.Inspections;

/// <summary>A planned visit does not take place. One that has been started is filled and confirmed, not taken back.</summary>
internal sealed record CancelInspection(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Inspection inspection) => inspection.Status switch
    {
        InspectionStatus.None => InspectionRules.NotFound,
        InspectionStatus.Planned => Decision.Of(new InspectionCancelled(Reason, Now)),
        InspectionStatus.Cancelled => Decision.Nothing,
        InspectionStatus.Started or InspectionStatus.Submitted or InspectionStatus.Confirmed => InspectionRules.AlreadyStarted,
    };
}

internal static class CancelInspectionEndpoint
{
    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapPost("/{id:guid}/cancellation", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("取消检查安排").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, ReasonBody body, Commands commands) =>
        commands.Run(Inspection.Stream(street, id), new CancelInspection(body.Reason, commands.Now).Decide);
}
