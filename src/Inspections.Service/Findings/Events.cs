using Campaign.Inspections.Evidence.Stored;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Places;

namespace Campaign.Inspections.Findings;

// The stream of one finding, in the order of a normal day. `At` is business time; who wrote it and when is metadata.

internal interface IFindingEvent;

/// <summary>登记.</summary>
/// <param name="CategoryVersion">Version of the list of categories it is judged under; null when an old ledger does not say.</param>
/// <param name="PhotoRoles">What some of the photos show; the others show the state before.</param>
internal sealed record FindingRecorded(
    string CaseNumber, string Category, Severity Severity, string Description, Place Place, IReadOnlyList<string> Photos,
    Guid? InspectionId, DateTimeOffset At, bool FromLedger, int? CategoryVersion = null,
    IReadOnlyList<PhotoInRole>? PhotoRoles = null) : IFindingEvent;

/// <summary>疑似重复: an open finding of the same category is near. A person decides.</summary>
/// <param name="Metres">Great-circle distance; null where only the wording of the place is the same.</param>
internal sealed record DuplicateProposed(Guid Other, string OtherNumber, double? Metres, DateTimeOffset At) : IFindingEvent;

/// <summary>疑似反弹: a finding of the same category was struck off near and lately. A person decides.</summary>
/// <param name="Metres">Great-circle distance; null where only the wording of the place is the same.</param>
internal sealed record RelapseProposed(
    Guid Other, string OtherNumber, double? Metres, DateTimeOffset StruckOffAt, DateTimeOffset At) : IFindingEvent;

/// <summary>排除疑似: the two are different matters.</summary>
internal sealed record ProposalDismissed(Guid Other, string? Reason, DateTimeOffset At) : IFindingEvent;

/// <summary>交办.</summary>
/// <param name="Assignment">The assignment in Tasks behind it; null when taken over from a ledger.</param>
internal sealed record FindingRouted(
    string CaseNumber, int Round, string Unit, IReadOnlyList<string> CooperatingUnits, DateTimeOffset Due,
    AssignmentStep? Assignment, DateTimeOffset At, bool FromLedger) : IFindingEvent;

/// <summary>签收.</summary>
internal sealed record FindingAcknowledged(int Round, string Unit, DateTimeOffset At) : IFindingEvent;

/// <summary>退回派单.</summary>
internal sealed record RoutingDeclined(
    string CaseNumber, int Round, string Unit, string Reason, AssignmentStep? Assignment, DateTimeOffset At) : IFindingEvent;

/// <summary>延期.</summary>
/// <param name="SuspendedUntil">挂账: the clock stands still until then; null for an extension.</param>
internal sealed record DeadlineExtended(
    string CaseNumber, int Round, string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At,
    DateTimeOffset? SuspendedUntil = null) : IFindingEvent;

/// <summary>超期, at the moment of the deadline.</summary>
internal sealed record FindingBecameOverdue(string CaseNumber, int Round, string Unit, DateTimeOffset Due) : IFindingEvent;

/// <summary>整改上报.</summary>
/// <param name="ByOffice">An office entered it for the unit; null where the unit did, or nobody knows.</param>
/// <param name="OnSite">请现场复核: without a photo of the unit's, so that whoever verifies takes one; null where it has one.</param>
internal sealed record RectificationReported(
    int Round, string Unit, IReadOnlyList<string> Photos, string? Note, DateTimeOffset At, bool? ByOffice = null,
    bool? OnSite = null) : IFindingEvent;

/// <summary>无法核实: somebody came to verify and could not tell; the report still waits.</summary>
internal sealed record VerificationAttempted(
    int Round, string Unit, string Reason, DateTimeOffset At, IReadOnlyList<string>? Photos = null) : IFindingEvent;

/// <summary>复核不通过.</summary>
/// <param name="Photos">The verifier's own.</param>
internal sealed record RectificationRejected(
    string CaseNumber, int Round, string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At,
    IReadOnlyList<string>? Photos = null) : IFindingEvent;

/// <summary>销号.</summary>
/// <param name="Photos">The verifier's own.</param>
/// <param name="OnSite">Verified on the spot, as the unit had asked: the verifier's are the after-photos.</param>
internal sealed record FindingStruckOff(
    string CaseNumber, int Round, string Unit, DateTimeOffset Due, DateTimeOffset At,
    IReadOnlyList<string>? Photos = null, bool? OnSite = null) : IFindingEvent;

/// <summary>反弹: a new round of the same finding.</summary>
/// <param name="Photos">What it looks like now; before-photos of the new round.</param>
/// <param name="Finding">The finding it was recorded as anew, merged into this one.</param>
internal sealed record FindingRelapsed(
    string CaseNumber, int Round, string Unit, string Reason, DateTimeOffset At, bool FromLedger,
    IReadOnlyList<string>? Photos = null, Guid? Finding = null) : IFindingEvent;

/// <summary>补充照片.</summary>
internal sealed record BeforePhotosAdded(
    IReadOnlyList<string> Photos, DateTimeOffset At, IReadOnlyList<PhotoInRole>? PhotoRoles = null) : IFindingEvent;

/// <summary>作废.</summary>
internal sealed record FindingVoided(string CaseNumber, int Round, string Reason, DateTimeOffset At) : IFindingEvent;

/// <summary>撤回导入: the import that this finding came with was taken back. It counts nowhere, and its number is not given again.</summary>
/// <param name="Round">One for each round it had.</param>
internal sealed record ImportedFindingWithdrawn(string CaseNumber, int Round, Guid Batch, string Reason, DateTimeOffset At) : IFindingEvent;

/// <summary>并案.</summary>
internal sealed record FindingMerged(string CaseNumber, int Round, Guid Into, DateTimeOffset At) : IFindingEvent;

/// <summary>强制结案: closed by the office though nothing was verified; neither struck off nor void.</summary>
/// <param name="Unit">Null when no unit had it.</param>
internal sealed record FindingForciblyClosed(
    string CaseNumber, int Round, string? Unit, DateTimeOffset? Due, string Reason, DateTimeOffset At) : IFindingEvent;

/// <summary>A step of an assignment in Tasks: of two steps of one assignment the version says which came first.</summary>
internal sealed record AssignmentStep(Guid Id, long Version);

/// <param name="Longitude">WGS-84 degrees, as <paramref name="Latitude"/>.</param>
/// <param name="Given">The point as its reporter gave it, where that was not WGS-84.</param>
/// <param name="CommunityByBoundary">The community in whose boundary the point lies; may differ from the one named.</param>
/// <param name="MetresFromCommunity">
/// How far the point is from the boundary of the community named or, where none is named and it lies in none, from the nearest of the
/// street; null within it, or where none is loaded.
/// </param>
internal sealed record Place(
    double? Longitude = null, double? Latitude = null, string? Address = null, string? Community = null, string? RoadSection = null,
    GivenPoint? Given = null, string? CommunityByBoundary = null, double? MetresFromCommunity = null)
{
    /// <param name="communityByBoundary">The community whose boundary the point lies in, where boundaries are loaded.</param>
    public static Place Of(ReportedPlace reported, string? communityByBoundary, double? metresFromCommunity = null) => new(
        reported.Point?.Longitude, reported.Point?.Latitude, Words(reported.Address), Words(reported.Community) ?? communityByBoundary,
        Words(reported.RoadSection),
        reported.Given is { } given && reported.System is not CoordinateSystem.Wgs84
            ? new(reported.System, given.Longitude, given.Latitude)
            : null,
        communityByBoundary, metresFromCommunity);

    public Point? Point() => (Longitude, Latitude) is ({ } longitude, { } latitude) ? new(longitude, latitude) : null;

    /// <summary>What is compared where there is no point.</summary>
    public string? Wording() => Address ?? RoadSection;

    private static string? Words(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

internal sealed record GivenPoint(CoordinateSystem System, double Longitude, double Latitude);
