using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Recurrences;

/// <summary>The slot of a recurrence that an assignment fills. There is one assignment a slot and unit.</summary>
/// <param name="Slot">Name of the slot within the recurrence, such as <c>2024-09-27</c> or <c>2024-09-27/2</c>.</param>
/// <param name="Start">Not to be done earlier.</param>
/// <param name="Missed">From here on it cannot be made good.</param>
/// <param name="Revision">Which arrangement of the recurrence asked for it.</param>
/// <param name="Needs">What the record must have, beside being one.</param>
/// <param name="Duty">The shift, where it is duty on a road section.</param>
internal sealed record Occurrence(
    Guid Recurrence, string Slot, DateTimeOffset Start, DateTimeOffset Missed,
    int Revision = 1, IReadOnlyList<RecordNeed>? Needs = null, Duty? Duty = null);

/// <summary>文字 · 照片.</summary>
internal enum RecordNeed { Note, Photo }
