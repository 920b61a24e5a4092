namespace Campaign.Tasks.Calendars.Stored;

/// <summary><see cref="Calendars.CalendarYear"/> as events keep it, with all that it is made of.</summary>
internal sealed record CalendarYear(
    int Year, string Source, string? Note, IReadOnlyList<Holiday> Holidays, IReadOnlyList<DateOnly> WorkingDays,
    IReadOnlyList<Window> Windows)
{
    public static CalendarYear Of(Calendars.CalendarYear table) => new(
        table.Year, table.Source, table.Note, [.. table.Holidays.Select(Holiday.Of)], table.WorkingDays,
        [.. table.Windows.Select(Window.Of)]);

    public Calendars.CalendarYear ToCalendarYear() => new(
        Year, Source, Note, [.. Holidays.Select(holiday => holiday.ToHoliday())], WorkingDays,
        [.. Windows.Select(window => window.ToWindow())]);
}

internal sealed record Holiday(string Name, DateOnly From, DateOnly To)
{
    public static Holiday Of(Calendars.Holiday holiday) => new(holiday.Name, holiday.From, holiday.To);

    public Calendars.Holiday ToHoliday() => new(Name, From, To);
}

internal sealed record Window(TimeOnly From, TimeOnly Until)
{
    public static Window Of(Calendars.Window window) => new(window.From, window.Until);

    public Calendars.Window ToWindow() => new(From, Until);
}
