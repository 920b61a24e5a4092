using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rectifications;

/// <summary>
/// What one fact of a finding says about its rectification. Facts arrive in any order, so nothing depends on it: the
/// standing and the placement are each those of the highest rank. Read by the state and by the list alike.
/// </summary>
/// <param name="Version">Version of the finding at the fact; the rank of its standing.</param>
/// <param name="Exceeded">The deadline that passed.</param>
/// <param name="Limit">The deadline that was set with it, which extensions add once more.</param>
internal sealed record FollowedFact(
    FindingRef Finding, long Version, DateTimeOffset At, AssignmentStatus? Standing = null, Placement? Placement = null,
    DateTimeOffset? Exceeded = null, FindingDetails? Details = null, string? Reason = null, DateTimeOffset? Limit = null)
{
    /// <summary>Rank of what was placed here and of a finding struck off: no other fact moves it.</summary>
    public const long Final = AssignmentListProjection.PlacedHere;

    public static string TitleOf(FindingRef finding) => $"整改 {finding.CaseNumber}";

    public static FollowedFact Of(IFindingFact @event) => @event switch
    {
        RectificationOpened e => new(e.Case, e.FindingVersion, e.At, AssignmentStatus.Unrouted, Details: e.Matter),
        RectificationTakenOver e =>
            new(e.Case, e.FindingVersion, e.At, AssignmentStatus.Issued, new(e.Unit, e.Due, e.FindingVersion), Limit: e.Due),
        RectificationHandedBack e => new(e.Case, e.FindingVersion, e.At, AssignmentStatus.Unrouted, Placement.Nowhere(e.FindingVersion)),
        RectificationExtended e => new(e.Case, e.FindingVersion, e.At, Placement: new(e.Unit, e.Due, e.FindingVersion)),
        RectificationBecameOverdue e =>
            new(e.Case, e.FindingVersion, e.Due, Placement: new(e.Unit, e.Due, e.FindingVersion), Exceeded: e.Due),
        RectificationRejected e =>
            new(e.Case, e.FindingVersion, e.At, AssignmentStatus.Returned, new(e.Unit, e.Due, e.FindingVersion), Reason: e.Reason),
        RectificationStruckOff e => new(e.Case, e.FindingVersion, e.At, AssignmentStatus.Approved, new(e.Unit, e.Due, Final)),
        RectificationCalledOff e => new(e.Case, e.FindingVersion, e.At, AssignmentStatus.Cancelled, Reason: e.Reason),
    };
}

/// <summary>Where a rectification lies and until when.</summary>
internal sealed record Placement(string Unit, DateTimeOffset? Due, long Rank)
{
    public static Placement Nowhere(long rank) => new("", null, rank);
}
