using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Imports;

internal static class Renumbering
{
    /// <summary>The same step of a case that has another number.</summary>
    public static IFindingEvent Under(this IFindingEvent @event, string number) => @event switch
    {
        FindingRecorded e => e with { CaseNumber = number },
        FindingRouted e => e with { CaseNumber = number },
        RoutingDeclined e => e with { CaseNumber = number },
        DeadlineExtended e => e with { CaseNumber = number },
        FindingBecameOverdue e => e with { CaseNumber = number },
        RectificationRejected e => e with { CaseNumber = number },
        FindingStruckOff e => e with { CaseNumber = number },
        FindingRelapsed e => e with { CaseNumber = number },
        FindingVoided e => e with { CaseNumber = number },
        FindingMerged e => e with { CaseNumber = number },
        FindingForciblyClosed e => e with { CaseNumber = number },
        ImportedFindingWithdrawn e => e with { CaseNumber = number },
        FindingAcknowledged or RectificationReported or VerificationAttempted or BeforePhotosAdded => @event,
        DuplicateProposed or RelapseProposed or ProposalDismissed => @event,
    };
}
