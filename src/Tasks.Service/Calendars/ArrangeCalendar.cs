using Campaign.EventStore;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Tasks.Calendars;

/// <summary>The whole table of a year at once; the one in force again changes nothing. What was counted already stays as it was.</summary>
internal sealed record ArrangeCalendar(CalendarYear Table, DateTimeOffset Now)
{
    public Decision Decide(CalendarHistory history) => Table switch
    {
        _ when Table.Holidays.Any(holiday => holiday.From.Year != Table.Year || holiday.To.Year != Table.Year) =>
            CalendarRules.HolidayOutside,
        _ when Table.WorkingDays.Any(day => day.Year != Table.Year) => CalendarRules.WorkingDayOutside,
        _ when Table.SameAs(history.Editions.LastOrDefault() ?? ShippedCalendars.All.GetValueOrDefault(Table.Year)) => Decision.Nothing,
        _ => Decision.Of(new CalendarArranged(Stored.CalendarYear.Of(Table), Now)),
    };
}

internal static class ArrangeCalendarEndpoint
{
    public static void Map(RouteGroupBuilder calendars) => calendars
        .MapPut("/{year:int}", Handle).WithSummary("设定节假日表").Produces<Arranged>();

    private static Task<IResult> Handle(int year, CalendarEntry body, Commands commands) => commands.Run(
        CalendarHistory.Stream(year), new ArrangeCalendar(body.Of(year), commands.Now).Decide, done => new Arranged(year, done.Version));
}

/// <param name="Version">Edition of the year's table; 0 is the one shipped. Also the ETag.</param>
internal sealed record Arranged(int Year, long Version);

/// <param name="Windows">08:30–12:00 and 14:00–17:30 when left out.</param>
internal sealed record CalendarEntry(
    string Source, string? Note, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> WorkingDays, IReadOnlyList<Window>? Windows)
{
    public CalendarYear Of(int year) => new(year, Source, Note, Holidays, WorkingDays, Windows ?? Window.Default);

    internal sealed class Validator : AbstractValidator<CalendarEntry>
    {
        private const int MaxDays = 100;
        private const int MaxWindows = 6;

        public Validator()
        {
            RuleFor(x => x.Source).NotEmpty().MaximumLength(200);
            RuleFor(x => x.Note).MaximumLength(1000);
            RuleFor(x => x.Holidays).NotNull().AtMost(MaxDays);
            RuleForEach(x => x.Holidays).NotNull().ChildRules(holiday =>
            {
                holiday.RuleFor(x => x.Name).NotEmpty().MaximumLength(20);
                holiday.RuleFor(x => x.To).GreaterThanOrEqualTo(x => x.From)
                    .WithErrorCode("holiday-ends-before-it-begins").WithMessage("放假的最后一天早于第一天。");
            });
            RuleFor(x => x.WorkingDays).NotNull().AtMost(MaxDays);
            RuleForEach(x => x.WorkingDays).Must(day => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                .WithErrorCode("working-day-no-weekend").WithMessage("调休上班日须是星期六或星期日。");
            RuleForEach(x => x.WorkingDays)
                .Must((table, day) =>
                    table.Holidays?.Any(holiday => holiday is not null && holiday.From <= day && day <= holiday.To) != true)
                .WithErrorCode("working-day-is-holiday").WithMessage("同一天不能既放假又上班。");
            RuleFor(x => x.Windows).AtMost(MaxWindows);
            RuleFor(x => x.Windows).Must(InOrder).WithErrorCode("windows-out-of-order").WithMessage("工作时段须至少一段，按先后排列，互不重叠。");
        }

        private static bool InOrder(IReadOnlyList<Window>? windows) => windows is null
            || windows is { Count: > 0 }
            && windows.All(window => window is not null && window.From < window.Until)
            && windows.Zip(windows.Skip(1)).All(pair => pair.First.Until <= pair.Second.From);
    }
}
