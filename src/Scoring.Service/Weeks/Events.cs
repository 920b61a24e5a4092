using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Weeks;

// A week is not closed as a month is: what its notice says is kept in the event, so that it reads the same for ever.

/// <summary>The events of one week of a street.</summary>
internal interface IWeekEvent : IMovesNoOpenMonth;

/// <summary>周通报 no. <paramref name="Number"/> of the street's year, with all that it says.</summary>
/// <param name="Week">Its Monday.</param>
/// <param name="NextWeek">What the office wrote about the week to come.</param>
/// <param name="Correction">The n-th correction of the week's notice; null for the notice itself.</param>
/// <param name="Corrects">Document number of the notice that it corrects.</param>
/// <param name="Changes">What came out otherwise.</param>
internal sealed record WeekNoticePublished(
    string Week, int Year, int Number, string DocumentNumber, string Title, Bulletins.Stored.Letterhead Letterhead,
    Stored.WeekReport Report, IReadOnlyList<string> NextWeek, DateTimeOffset At,
    int? Correction = null, string? Corrects = null, string? Reason = null, IReadOnlyList<Stored.WeekChange>? Changes = null) : IWeekEvent;

/// <summary>The events of a street's register of weekly notices of one year.</summary>
internal interface IWeekRegisterEvent : IMovesNoOpenMonth;

/// <summary>The number is taken; what the notice says is in the stream of its week.</summary>
internal sealed record WeekNoticeNumbered(int Year, int Number, string Week, DateTimeOffset At) : IWeekRegisterEvent;
