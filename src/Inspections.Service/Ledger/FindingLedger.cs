using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Questions;
using Campaign.Inspections.Reference;

namespace Campaign.Inspections.Ledger;

/// <summary>A row of the ledger (台账) as people and other systems read it.</summary>
/// <param name="GivenSystem">What the reporter's own degrees meant, where they were not WGS-84; they are kept beside it.</param>
/// <param name="CommunityByBoundary">In whose boundary the point lies, where boundaries were loaded.</param>
/// <param name="MetresFromCommunity">
/// How far the point is outside the boundary of the community named or, where none is, of every community, as far as they are loaded.
/// </param>
/// <param name="ClosedAt">When it was voided, merged or closed by force; a finding that was rectified has StruckOffAt.</param>
/// <param name="OnSite">请现场复核: reported without a photo; the photos of whoever verifies are the after-photos.</param>
/// <param name="SuspendedUntil">挂账 until then, also where that has passed; absent where it never was in this round.</param>
internal sealed record FindingLedger(
    Guid Id, long Version, string CaseNumber, FindingStatus Status, int Round, string Category, int? CategoryVersion, Severity Severity,
    string Description, double? Longitude, double? Latitude, string? GivenSystem, double? GivenLongitude, double? GivenLatitude,
    string? Address, string? RoadSection, string? Community, string? CommunityByBoundary, double? MetresFromCommunity,
    Guid? InspectionId,
    string? Unit, string[] CooperatingUnits, DateTimeOffset? Due, bool Overdue, int Rejections,
    string[] BeforePhotos, string[] AfterPhotos, DateTimeOffset RecordedAt, DateTimeOffset? RoutedAt, DateTimeOffset? StruckOffAt,
    DateTimeOffset? ClosedAt, string? ClosingReason, Guid? MergedInto, bool OnSite, DateTimeOffset? SuspendedUntil)
{
    /// <summary>As far as a phone may be wrong, in metres.</summary>
    private const double Tolerance = 100;

    /// <summary>What somebody should look at: the community named is not the one the point lies in, or it lies in none.</summary>
    public string? PlaceQuestion => (Community, CommunityByBoundary, MetresFromCommunity) switch
    {
        ({ } named, { } other, _) when named != other => $"坐标位于社区 {other} 界内，与所报社区 {named} 不一致，请核对。",
        ({ } named, null, { } metres) when metres > Tolerance => $"坐标在所报社区 {named} 界外约 {Distance(metres)}，请核对。",
        (null, null, { } metres) when metres > Tolerance => $"坐标不在本街道任何社区界内，距最近的社区边界约 {Distance(metres)}，请核对。",
        _ => null,
    };

    private static string Distance(double metres) => metres < 1000 ? $"{metres:0} 米" : $"{metres / 1000:0.0} 公里";

    /// <summary>Only for a single finding, as <see cref="Criteria"/>.</summary>
    public IReadOnlyList<FindingRound>? Rounds { get; init; }

    /// <summary>The category as it stood when the finding was recorded, with 立案标准 and 结案标准.</summary>
    public FindingCategory? Criteria { get; init; }

    /// <summary>Only for a single finding, and not for the unit whose photos are asked about.</summary>
    public IReadOnlyList<EvidenceQuestion>? EvidenceQuestions { get; init; }
}
