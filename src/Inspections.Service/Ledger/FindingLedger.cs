using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Questions;
using Campaign.Inspections.Reference;

namespace Campaign.Inspections.Ledger;

/// <summary>A row of the ledger (台账) as people and other systems read it.</summary>
/// <param name="GivenSystem">What the reporter's own degrees meant, where they were not WGS-84; they are kept beside it.</param>
/// <param name="CommunityByBoundary">In whose boundary the point lies, where boundaries were loaded.</param>
/// <param name="ClosedAt">When it was voided, merged or closed by force; a finding that was rectified has StruckOffAt.</param>
internal sealed record FindingLedger(
    Guid Id, long Version, string CaseNumber, FindingStatus Status, int Round, string Category, int? CategoryVersion, Severity Severity,
    string Description, double? Longitude, double? Latitude, string? GivenSystem, double? GivenLongitude, double? GivenLatitude,
    string? Address, string? RoadSection, string? Community, string? CommunityByBoundary, Guid? InspectionId,
    string? Unit, string[] CooperatingUnits, DateTimeOffset? Due, bool Overdue, int Rejections,
    string[] BeforePhotos, string[] AfterPhotos, DateTimeOffset RecordedAt, DateTimeOffset? RoutedAt, DateTimeOffset? StruckOffAt,
    DateTimeOffset? ClosedAt, string? ClosingReason, Guid? MergedInto)
{
    /// <summary>What somebody should look at: the community named is not the one the point lies in.</summary>
    public string? PlaceQuestion => Community is null || CommunityByBoundary is null || Community == CommunityByBoundary
        ? null
        : $"坐标位于社区 {CommunityByBoundary} 界内，与所报社区 {Community} 不一致，请核对。";

    /// <summary>Only for a single finding, as <see cref="Criteria"/>.</summary>
    public IReadOnlyList<FindingRound>? Rounds { get; init; }

    /// <summary>The category as it stood when the finding was recorded, with 立案标准 and 结案标准.</summary>
    public FindingCategory? Criteria { get; init; }

    /// <summary>Only for a single finding, and not for the unit whose photos are asked about.</summary>
    public IReadOnlyList<EvidenceQuestion>? EvidenceQuestions { get; init; }
}
