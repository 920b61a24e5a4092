namespace Campaign.Inspections.Ledger;

/// <summary>One line of a finding's history.</summary>
/// <param name="Event">Name of the event in the stream, whose content is <paramref name="Data"/>.</param>
/// <param name="At">When it happened; <paramref name="RecordedAt"/> is when the platform learned of it.</param>
/// <param name="By">Id of the account; absent where the platform followed a fact or a clock.</param>
/// <param name="Text">What happened, as people say it.</param>
internal sealed record HistoryLine(
    long Version, string Event, DateTimeOffset At, DateTimeOffset RecordedAt, string? By, string Text,
    IReadOnlyList<string> Photos, object Data);
