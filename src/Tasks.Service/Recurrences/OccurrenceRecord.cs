using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Progress;
using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Recurrences;

/// <summary>The submission of an occurrence is the record of it. What it must be, beside what every submission must.</summary>
internal static class OccurrenceRecord
{
    /// <summary>Null: nothing stands against it.</summary>
    public static Refusal? Refused(
        Assignment assignment, IReadOnlyList<string> photos, string? note, IReadOnlyList<Quantity>? quantities, DateTimeOffset now) => assignment switch
        {
            { Occurrence: null } => null,
            { Occurrence: { } occurrence } when now < occurrence.Start => RecurrenceRules.NotStarted,
            { MissedAt: { } missed } when missed < now => RecurrenceRules.Missed,
            { Occurrence.Duty: { } duty } => HeadCount.Refused(duty, assignment.Present, note),
            { Occurrence: { } occurrence } => Missing(occurrence.Needs, photos, note, quantities),
        };

    public static Refusal? Missing(
        IReadOnlyList<RecordNeed>? needs, IReadOnlyList<string> photos, string? note, IReadOnlyList<Quantity>? quantities = null)
    {
        var (hasNote, hasPhoto) = (!string.IsNullOrWhiteSpace(note), photos.Count > 0);
        if (needs?.Contains(RecordNeed.Note) is true && !hasNote) return RecurrenceRules.NoteMissing;
        if (needs?.Contains(RecordNeed.Photo) is true && !hasPhoto) return RecurrenceRules.PhotoMissing;
        return hasNote || hasPhoto || quantities is { Count: > 0 } ? null : RecurrenceRules.RecordMissing;
    }
}
