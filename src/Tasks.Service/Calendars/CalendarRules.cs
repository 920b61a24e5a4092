using Campaign.EventStore;

namespace Campaign.Tasks.Calendars;

internal static class CalendarRules
{
    public static readonly Refusal NotFound = new("calendar-not-found", "没有这一年的节假日表，该年只按周末计算。", RefusalKind.NotFound);
    public static readonly Refusal HolidayOutside = new(
        "holiday-outside-year", "放假日期不在该年之内，跨年的假期请分列在两年。", RefusalKind.Invalid, "/holidays");
    public static readonly Refusal WorkingDayOutside = new("working-day-outside-year", "调休上班日不在该年之内。", RefusalKind.Invalid, "/workingDays");
}
