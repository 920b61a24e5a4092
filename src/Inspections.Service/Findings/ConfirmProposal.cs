using Campaign.EventStore;
using Campaign.Web;

namespace Campaign.Inspections.Findings;

/// <summary>确认疑似: the finding is merged into the other, which opens a new round when it had been struck off.</summary>
internal sealed record ConfirmProposal(Guid Id, Guid Other, DateTimeOffset Now)
{
    private const string Reason = "同一地点同类问题再次登记";

    public JointDecision Decide(StreamRef<Finding> recorded, StreamRef<Finding> earlier)
    {
        var (finding, other) = (recorded.State, earlier.State);
        if (finding is { Status: FindingStatus.Merged } && finding.MergedInto == Other) return JointDecision.Nothing;
        if (finding.Status is FindingStatus.None) return FindingRules.NotFound;
        if (finding.Proposals.FirstOrDefault(p => p.Other == Other) is not { } proposal) return FindingRules.ProposalUnknown;
        if (proposal.Dismissed) return FindingRules.ProposalWasDismissed;
        if (other.TakesNoMerger) return FindingRules.MergeTargetClosed with { Kind = RefusalKind.Conflict, Pointer = null };
        var merged = recorded.Gets(new MergeFinding(Id, Other, Now).Decide(finding));
        // Where a relapse was stated meanwhile the round is open already, and nothing more is to be said.
        var relapsed = proposal.Kind is ProposalKind.Relapse
            ? new ReportRelapse(Reason, Now, finding.BeforePhotos, Id).Decide(other)
            : Decision.Nothing;
        return merged.And(earlier.Gets(relapsed.Events)).IfUnmoved(earlier);
    }
}

internal static class ConfirmProposalEndpoint
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapPost("/{id:guid}/proposals/{other:guid}/confirmation", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithSummary("确认疑似重复（并案）或疑似反弹（并案并开启新一轮）").Produces<VersionedResult>();

    private static Task<IResult> Handle(string street, Guid id, Guid other, Commands commands) => commands.Run(
        Finding.Stream(street, id),
        async (finding, streams) =>
            new ConfirmProposal(id, other, commands.Now).Decide(finding, await streams.Load(Finding.Stream(street, other))));
}
