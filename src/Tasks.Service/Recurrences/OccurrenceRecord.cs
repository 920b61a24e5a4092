using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Recurrences;

/// <summary>The submission of an occurrence is the record of it. What it must be, beside what every submission must.</summary>
internal static class OccurrenceRecord
{
    /// <summary>Null: nothing stands against it.</summary>
    public static Refusal? Refused(Assignment assignment, IReadOnlyList<string> photos, string? note, DateTimeOffset now) => assignment switch
    {
        { Occurrence: null } => null,
        { Occurrence: { } occurrence } when now < occurrence.Start => RecurrenceRules.NotStarted,
        { MissedAt: { } missed } when missed < now => RecurrenceRules.Missed,
        { Occurrence.Duty: { } duty } => HeadCount.Refused(duty, assignment.Present, note),
        { Occurrence: { } occurrence } => Missing(occurrence.Needs, photos, note),
    };

    public static Refusal? Missing(IReadOnlyList<RecordNeed>? needs, IReadOnlyList<string> photos, string? note)
    {
        var (hasNote, hasPhoto) = (!string.IsNullOrWhiteSpace(note), photos.Count > 0);
        if (needs?.Contains(RecordNeed.Note) is true && !hasNote) return RecurrenceRules.NoteMissing;
        if (needs?.Contains(RecordNeed.Photo) is true && !hasPhoto) return RecurrenceRules.PhotoMissing;
        return hasNote || hasPhoto ? null : RecurrenceRules.RecordMissing;
    }
}
