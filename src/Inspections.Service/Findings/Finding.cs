using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>What decisions on a case ask; everything people look at is in <see cref="FindingLedger"/>.</summary>
internal sealed record Finding : IAggregate<Finding>
{
    public static Finding Initial { get; } = new();

    public FindingStatus Status { get; init; }
    public string CaseNumber { get; init; } = "";
    public int Round { get; init; }
    public string Unit { get; init; } = "";
    public DateTimeOffset? Due { get; init; }
    public long AssignmentVersion { get; init; }
    public bool Overdue { get; init; }
    public IReadOnlyList<string> BeforePhotos { get; init; } = [];
    public Guid? MergedInto { get; init; }

    public bool IsOpen => Status is FindingStatus.Recorded or FindingStatus.Routed or FindingStatus.Accepted or FindingStatus.Reported;
    public bool IsWithUnit => Status is FindingStatus.Routed or FindingStatus.Accepted or FindingStatus.Reported;

    public Finding Evolve(object @event) => @event switch
    {
        FindingRecorded e => this with { Status = FindingStatus.Recorded, CaseNumber = e.CaseNumber, Round = 1, BeforePhotos = e.Photos },
        BeforePhotosAdded e => this with { BeforePhotos = [.. BeforePhotos, .. e.Photos] },
        FindingRouted e => this with { Status = FindingStatus.Routed, Unit = e.Unit, Due = e.Due, Overdue = false, AssignmentVersion = e.AssignmentVersion },
        FindingAccepted => this with { Status = FindingStatus.Accepted },
        RoutingDeclined => this with { Status = FindingStatus.Recorded, Due = null },
        DeadlineExtended e => this with { Due = e.Due },
        FindingBecameOverdue => this with { Overdue = true },
        RectificationReported => this with { Status = FindingStatus.Reported },
        RectificationRejected => this with { Status = FindingStatus.Accepted },
        FindingStruckOff => this with { Status = FindingStatus.StruckOff },
        FindingRelapsed e => this with { Status = FindingStatus.Recorded, Round = e.Round, Due = null, Overdue = false, AssignmentVersion = 0 },
        FindingVoided => this with { Status = FindingStatus.Voided },
        FindingMerged e => this with { Status = FindingStatus.Merged, MergedInto = e.Into },
        _ => this,
    };
}

internal enum FindingStatus { None, Recorded, Routed, Accepted, Reported, StruckOff, Voided, Merged }
