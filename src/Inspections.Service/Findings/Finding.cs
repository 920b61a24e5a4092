using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>What decisions on a finding ask; everything people look at is in the ledger.</summary>
internal sealed record Finding : IAggregate<Finding, IFindingEvent>
{
    public static Finding Initial { get; } = new();

    public static StreamId<Finding> Stream(string street, Guid id) => new(street, id);

    public FindingStatus Status { get; init; }
    public string CaseNumber { get; init; } = "";
    public int Round { get; init; }
    public string Unit { get; init; } = "";
    public DateTimeOffset? Due { get; init; }
    public bool Overdue { get; init; }
    public AssignmentStep? Assignment { get; init; }
    public DateTimeOffset? RoutedAt { get; init; }
    public IReadOnlyList<string> BeforePhotos { get; init; } = [];
    public IReadOnlyList<string> AfterPhotos { get; init; } = [];

    /// <summary>请现场复核: the unit reported without a photo.</summary>
    public bool OnSite { get; init; }

    /// <summary>The last time that somebody came and could not tell.</summary>
    public VerificationAttempted? Attempt { get; init; }
    public Guid? MergedInto { get; init; }
    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>The current round began in an old ledger, which has no photos.</summary>
    public bool FromLedger { get; init; }

    public bool IsOpen => FindingStates.Open.Contains(Status);
    public bool IsWithUnit => Status is FindingStatus.Routed or FindingStatus.Accepted or FindingStatus.Reported;

    /// <summary>What is merged into it would never be looked at again.</summary>
    public bool TakesNoMerger => Status is FindingStatus.Voided or FindingStatus.Merged or FindingStatus.ForcedClosed;

    /// <summary>Facts arrive in any order: true for one that an assignment or round the finding knows of has overtaken.</summary>
    public bool IsBeyond(int round, AssignmentStep step, DateTimeOffset at) =>
        Round > round || (Assignment?.Id == step.Id ? Assignment.Version >= step.Version : at < RoutedAt);

    public Finding Evolve(IFindingEvent @event) => @event switch
    {
        FindingRecorded e => this with
        {
            Status = FindingStatus.Recorded,
            CaseNumber = e.CaseNumber,
            Round = 1,
            BeforePhotos = e.Photos,
            FromLedger = e.FromLedger,
        },
        DuplicateProposed e => this with { Proposals = [.. Proposals, new(ProposalKind.Duplicate, e.Other, e.OtherNumber, e.Metres)] },
        RelapseProposed e => this with { Proposals = [.. Proposals, new(ProposalKind.Relapse, e.Other, e.OtherNumber, e.Metres)] },
        ProposalDismissed e => this with { Proposals = [.. Proposals.Select(p => p.Other == e.Other ? p with { Dismissed = true } : p)] },
        BeforePhotosAdded e => this with { BeforePhotos = [.. BeforePhotos, .. e.Photos] },
        FindingRouted e => this with
        {
            Status = FindingStatus.Routed,
            Unit = e.Unit,
            Due = e.Due,
            Overdue = false,
            Assignment = e.Assignment,
            RoutedAt = e.At,
        },
        FindingAcknowledged => this with { Status = FindingStatus.Accepted },
        RoutingDeclined e => this with { Status = FindingStatus.Recorded, Due = null, Overdue = false, Assignment = e.Assignment },
        DeadlineExtended e => this with { Due = e.Due, Overdue = false },
        FindingBecameOverdue => this with { Overdue = true },
        RectificationReported e => this with
        {
            Status = FindingStatus.Reported,
            AfterPhotos = e.Photos,
            OnSite = e.OnSite is true,
            Attempt = null,
        },
        VerificationAttempted e => this with { Attempt = e },
        RectificationRejected => this with { Status = FindingStatus.Accepted },
        FindingStruckOff e => this with
        {
            Status = FindingStatus.StruckOff,
            AfterPhotos = e is { OnSite: true, Photos: { } taken } ? taken : AfterPhotos,
        },
        FindingRelapsed e => this with
        {
            Status = FindingStatus.Recorded,
            Round = e.Round,
            Due = null,
            Overdue = false,
            Assignment = null,
            RoutedAt = null,
            BeforePhotos = [.. BeforePhotos, .. e.Photos ?? []],
            FromLedger = e.FromLedger,
            OnSite = false,
            Attempt = null,
        },
        FindingVoided or ImportedFindingWithdrawn => this with { Status = FindingStatus.Voided },
        FindingMerged e => this with { Status = FindingStatus.Merged, MergedInto = e.Into },
        FindingForciblyClosed => this with { Status = FindingStatus.ForcedClosed },
    };
}
