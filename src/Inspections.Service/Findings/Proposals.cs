using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

internal enum ProposalKind { Duplicate, Relapse }

/// <summary>That a case may be the same matter as another, as decisions on the case know it.</summary>
internal sealed record Proposal(ProposalKind Kind, Guid Other, string OtherNumber, double? Metres, bool Dismissed = false);

internal static class Proposing
{
    /// <summary>The nearest open case as duplicate, the nearest one struck off as relapse.</summary>
    public static IEnumerable<object> From(IReadOnlyList<Neighbour> neighbours, DateTimeOffset at)
    {
        if (neighbours.FirstOrDefault(n => n.Kind is ProposalKind.Duplicate) is { } open)
            yield return new DuplicateProposed(open.Id, open.CaseNumber, Rounded(open.Metres), at);
        if (neighbours.FirstOrDefault(n => n.Kind is ProposalKind.Relapse) is { StruckOffAt: { } struckOffAt } done)
            yield return new RelapseProposed(done.Id, done.CaseNumber, Rounded(done.Metres), struckOffAt, at);
    }

    private static double? Rounded(double? metres) => metres is { } m ? Math.Round(m, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>确认疑似: the case is merged into the other, which opens a new round when it had been struck off.</summary>
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

/// <summary>排除疑似: both cases stay.</summary>
internal sealed record DismissProposal(Guid Other, string? Reason, DateTimeOffset Now)
{
    public Decision Decide(Finding finding) => finding switch
    {
        { Status: FindingStatus.None } => FindingRules.NotFound,
        _ when !finding.Proposals.Any(p => p.Other == Other) => FindingRules.ProposalUnknown,
        { Status: FindingStatus.Merged } when finding.MergedInto == Other => FindingRules.NotOpen,
        _ when finding.Proposals.Any(p => p.Other == Other && p.Dismissed) => Decision.Nothing,
        _ => Decision.Of(new ProposalDismissed(Other, Reason, Now)),
    };
}
