using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Web;

namespace Campaign.Inspections.Findings;

/// <summary>作废: recorded in error. The finding stays in the ledger and out of the figures.</summary>
internal sealed record VoidFinding(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.Voided } => Decision.Nothing,
        { IsOpen: false } => FindingRules.NotOpen,
        _ => finding.OverdueThen(Now, new FindingVoided(finding.CaseNumber, finding.Round, Reason, Now)),
    };
}

internal static class VoidFindingEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/void", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("作废").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, ReasonBody body, Commands commands) =>
        commands.Run(Finding.Stream(street, id), new VoidFinding(body.Reason, commands.Now).Decide);
}
