namespace Campaign.Tasks.Calendars;

/// <summary>What happens to the table of a year.</summary>
internal interface ICalendarEvent;

/// <summary>节假日表 of a year, as a whole. The district's stream.</summary>
internal sealed record CalendarArranged(Stored.CalendarYear Table, DateTimeOffset At) : ICalendarEvent;

/// <summary>The edition of a year's table that a deadline was counted by; version 0 is the one shipped.</summary>
internal sealed record Edition(int Year, long Version);
