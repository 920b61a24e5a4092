namespace Campaign.Contracts.Scoring;

// Facts of Scoring.Service; conventions as in Tasks.cs. Month = "yyyy-MM" of Asia/Shanghai.

/// <summary>封账: the month takes no more facts; what comes later waits for a correction.</summary>
public sealed record MonthClosed(string Street, string Month, long Version, DateTimeOffset At);

/// <summary>通报: bulletin no. <paramref name="Number"/> of the street's year is public.</summary>
/// <param name="Correction">更正通报: the n-th correction of the month; 0 for the bulletin of the month itself.</param>
public sealed record BulletinPublished(string Street, string Month, long Version, int Number, DateTimeOffset At, int Correction = 0);

/// <summary>一票否决: a subject is out of the awards.</summary>
/// <param name="Scope"><c>month</c>, <c>halfYear</c> or <c>year</c> that <paramref name="Month"/> lies in.</param>
/// <param name="Ground"><c>veto</c>, <c>criticism</c> (通报批评) or <c>exposure</c> (媒体曝光); null where it was not told.</param>
public sealed record VetoRaised(
    string Street, string Subject, string Scope, string Month, long Version, string Reason, DateTimeOffset At, string? Ground = null);

/// <summary>表扬: a commendation that the policy may reward.</summary>
/// <param name="Level">Who commended: <c>city</c>, <c>district</c> or <c>street</c>; null where it was not told.</param>
/// <param name="Scope"><c>month</c>, <c>halfYear</c> or <c>year</c> of
/// <paramref name="Date"/> in which the subject is shown as commended.</param>
public sealed record CommendationGranted(
    string Street, string Subject, long Version, DateOnly Date, string Reason, DateTimeOffset At, string? Level = null,
    string Scope = "month");
