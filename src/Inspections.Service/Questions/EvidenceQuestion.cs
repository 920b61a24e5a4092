using Campaign.Inspections.Evidence;

namespace Campaign.Inspections.Questions;

/// <summary>Something about a photo that its verifier should look at. It accuses nobody.</summary>
/// <param name="Text">The question as people read it.</param>
/// <param name="Difference">Hours, metres, or bits of the fingerprint, by the kind; 0 for the same file.</param>
/// <param name="OtherCase">Number of the finding that had the picture before; the finding's own number if it was this one.</param>
internal sealed record EvidenceQuestion(
    string Photo, EvidenceQuestionKind Kind, string Text, double Difference, string? OtherCase = null, Guid? OtherCaseId = null);

internal enum EvidenceQuestionKind
{
    /// <summary>Taken at another time than the finding says.</summary>
    TakenAtOtherTime,

    /// <summary>An after-photo from before the finding.</summary>
    TakenBeforeFinding,

    /// <summary>Taken somewhere else.</summary>
    TakenElsewhere,

    /// <summary>The same file was used before.</summary>
    SameFile,

    /// <summary>It looks like a picture that was used before.</summary>
    SimilarPicture,

    /// <summary>It cannot be opened, which showed only after it was taken.</summary>
    Unreadable,
}

/// <summary>One attachment of a photo to a finding.</summary>
/// <param name="Version">Of the finding's stream: of two attachments to one finding it says which came first.</param>
internal sealed record PhotoUse(
    string Photo, PhotoRole Role, int? Round, long Version, DateTimeOffset At, Guid Finding, string CaseNumber, long? Fingerprint);

/// <summary>A photo of a finding with what it says of itself.</summary>
/// <param name="IsFileTime"><paramref name="TakenAt"/> is when the file was last written.</param>
/// <param name="IsUnreadable">Its picture cannot be opened; false also while nobody has tried.</param>
internal sealed record FindingPhoto(
    string Photo, PhotoRole Role, int? Round, long Version, DateTimeOffset At, string? ContentType, int? Width, int? Height,
    DateTimeOffset? TakenAt, double? Longitude, double? Latitude, long? Fingerprint, bool IsFileTime = false,
    bool IsUnreadable = false);

/// <summary>What of a finding its photos are compared with.</summary>
internal sealed record PhotographedFinding(Guid Id, string CaseNumber, double? Longitude, double? Latitude, DateTimeOffset RecordedAt);
