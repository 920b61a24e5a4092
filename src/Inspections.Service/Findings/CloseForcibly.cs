using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Web;

namespace Campaign.Inspections.Findings;

/// <summary>强制结案: the office ends the finding though nothing was verified, and says why.</summary>
internal sealed record CloseForcibly(string Reason, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        { Status: FindingStatus.ForcedClosed } => Decision.Nothing,
        { IsOpen: false } => FindingRules.NotOpen,
        _ => finding.OverdueThen(Now, new FindingForciblyClosed(
            finding.CaseNumber, finding.Round, finding.IsWithUnit ? finding.Unit : null, finding.Due, Reason, Now)),
    };
}

internal static class CloseForciblyEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/forced-closing", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("强制结案").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, ReasonBody body, Commands commands) =>
        commands.Run(Finding.Stream(street, id), new CloseForcibly(body.Reason, commands.Now).Decide);
}
