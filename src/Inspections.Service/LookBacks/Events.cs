namespace Campaign.Inspections.LookBacks;

// The stream of one look-back: a finding, its round, and one of the terms after striking off.

internal interface ILookBackEvent;

/// <summary>安排回头看: a struck-off finding is to be visited again.</summary>
/// <param name="Days">Days after striking off: 7, 30 or 90.</param>
/// <param name="Due">Local date of the visit.</param>
internal sealed record LookBackPlanned(
    Guid Finding, string CaseNumber, int Round, int Days, DateOnly Due, string Unit, DateTimeOffset At) : ILookBackEvent;

/// <summary>回头看: visited, and still fixed or not.</summary>
internal sealed record LookBackDone(bool StillFixed, string? Note, IReadOnlyList<string> Photos, DateTimeOffset At) : ILookBackEvent;

/// <summary>取消回头看: the finding relapsed before, or its import was taken back.</summary>
internal sealed record LookBackCancelled(string Reason, DateTimeOffset At) : ILookBackEvent;
