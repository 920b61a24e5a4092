using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Calendars;

/// <param name="Version">0 while the year has the table that was shipped.</param>
internal sealed record CalendarRow(int Year, long Version, string Source, int HolidayDays, int ShiftedWorkingDays);

internal static class CalendarQueries
{
    public static void Map(RouteGroupBuilder calendars)
    {
        calendars.MapGet("/", List).Allow(Audience.Everybody).WithSummary("节假日表").Produces<Page<CalendarRow>>();
        calendars.MapGet("/reminders", Reminders).Allow(Audience.Everybody).WithSummary("待录入的节假日表")
            .Produces<IReadOnlyList<CalendarReminder>>();
        calendars.MapGet("/{year:int}", One).Allow(Audience.Everybody).WithSummary("一年的节假日表").Produces<CalendarYear>().WithETag();
    }

    private static async Task<IResult> List(WorkCalendars calendars, HttpContext http)
    {
        var calendar = await calendars.Current(http.RequestAborted);
        var rows = calendar.Years.OrderBy(year => year.Table.Year).Select(year => new CalendarRow(
            year.Table.Year, year.Version, year.Table.Source,
            year.Table.Holidays.Sum(holiday => holiday.To.DayNumber - holiday.From.DayNumber + 1), year.Table.WorkingDays.Count));
        return TypedResults.Ok(new Page<CalendarRow>([.. rows], Next: null));
    }

    private static async Task<IResult> Reminders(WorkCalendars calendars, TimeProvider clock, HttpContext http) =>
        TypedResults.Ok(CalendarReminder.Of(await calendars.Current(http.RequestAborted), ChinaTime.DateOf(clock.GetUtcNow())));

    private static async Task<IResult> One(int year, WorkCalendars calendars, HttpContext http)
    {
        var calendar = await calendars.Current(http.RequestAborted);
        if (calendar.Years.FirstOrDefault(known => known.Table.Year == year) is not ({ } table, var version))
            return Problems.Of(CalendarRules.NotFound);
        ETags.Write(http, version);
        return TypedResults.Ok(table);
    }
}
