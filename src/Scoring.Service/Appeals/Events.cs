namespace Campaign.Scoring.Appeals;

// The stream of one appeal: lodged, reviewed by one account, decided by another. `By` is the account, for the four eyes.

/// <summary>The events of one appeal.</summary>
internal interface IAppealEvent;

/// <summary>申诉: against one line of an announced score, as it read then.</summary>
/// <param name="Kind">Of the line.</param>
/// <param name="EventId">The event that made the line.</param>
/// <param name="Text">The line's sentence.</param>
/// <param name="Points">The line's points.</param>
internal sealed record AppealLodged(
    string Month, string Subject, string Kind, Guid EventId, string Text, decimal Points, string Reason, string? Evidence, string By,
    DateTimeOffset At)
    : IAppealEvent;

/// <summary>初审意见: what the first instance proposes.</summary>
internal sealed record AppealReviewed(bool Uphold, string Reason, string By, DateTimeOffset At) : IAppealEvent;

/// <summary>申诉成立: the line is waived with the next correction; the fact stays (曾扣·免计).</summary>
internal sealed record AppealUpheld(
    string Month, string Subject, string Kind, Guid EventId, string Text, decimal Points, string Reason, string By, DateTimeOffset At)
    : IAppealEvent;

/// <summary>申诉不成立.</summary>
internal sealed record AppealDismissed(string Reason, string By, DateTimeOffset At) : IAppealEvent;

/// <summary>The events of a street's term of appeal.</summary>
internal interface IAppealTermEvent;

/// <summary>申诉期限: natural days after publication.</summary>
internal sealed record AppealTermSet(int Days, DateTimeOffset At) : IAppealTermEvent;
