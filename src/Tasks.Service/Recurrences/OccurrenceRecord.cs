using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Recurrences;

/// <summary>The submission of an occurrence is the record of it. What it must be, beside what every submission must.</summary>
internal static class OccurrenceRecord
{
    /// <summary>Null: nothing stands against it.</summary>
    public static Refusal? Refused(Assignment assignment, SubmitAssignment submission) => assignment.Occurrence is { } occurrence
        ? Untimely(assignment, submission.Now) ?? Missing(occurrence.Needs, submission.Photos, submission.Note, submission.Quantities)
        : null;

    /// <summary>It has not begun, or can be made good no more.</summary>
    public static Refusal? Untimely(Assignment assignment, DateTimeOffset now) => assignment switch
    {
        { Occurrence: { } occurrence } when now < occurrence.Start => RecurrenceRules.NotStarted,
        _ when assignment.MissedAt() < now => AssignmentRules.Missed,
        _ => null,
    };

    /// <summary>From when on it cannot be made good. An extension gives an occurrence the same time.</summary>
    public static DateTimeOffset? MissedAt(this Assignment assignment) => assignment.Occurrence is { Missed: var missed }
        ? assignment.Due > missed ? assignment.Due : missed
        : null;

    public static Refusal? Missing(
        IReadOnlyList<RecordNeed>? needs, IReadOnlyList<string> photos, string? note, IReadOnlyList<Quantity>? quantities = null)
    {
        var (hasNote, hasPhoto) = (!string.IsNullOrWhiteSpace(note), photos.Count > 0);
        if (needs?.Contains(RecordNeed.Note) is true && !hasNote) return RecurrenceRules.NoteMissing;
        if (needs?.Contains(RecordNeed.Photo) is true && !hasPhoto) return RecurrenceRules.PhotoMissing;
        return hasNote || hasPhoto || quantities is { Count: > 0 } ? null : RecurrenceRules.RecordMissing;
    }
}
