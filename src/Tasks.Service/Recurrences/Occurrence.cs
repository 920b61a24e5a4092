namespace Campaign.Tasks.Recurrences;

/// <summary>The slot of a recurrence that an assignment fills. There is one assignment a slot and unit.</summary>
/// <param name="Slot">Name of the slot within the recurrence, such as <c>2024-09-27</c> or <c>2024-09-27/2</c>.</param>
/// <param name="Start">Not to be done earlier.</param>
/// <param name="Missed">From here on it cannot be made good.</param>
internal sealed record Occurrence(Guid Recurrence, string Slot, DateTimeOffset Start, DateTimeOffset Missed);
