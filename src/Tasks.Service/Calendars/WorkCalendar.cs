using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Tasks.Calendars;

/// <summary>Working days and working time. A year without a table has plain weekends and the usual hours.</summary>
internal sealed class WorkCalendar
{
    public static readonly WorkCalendar Plain = new([]);

    private readonly Dictionary<int, (CalendarYear Table, long Version)> years;
    private readonly Dictionary<DateOnly, string> holidays = [];
    private readonly HashSet<DateOnly> shifted = [];

    public WorkCalendar(IEnumerable<(CalendarYear Table, long Version)> tables)
    {
        years = tables.ToDictionary(year => year.Table.Year);
        foreach (var (table, _) in years.Values)
        {
            foreach (var holiday in table.Holidays)
            {
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1)) holidays[day] = holiday.Name;
            }
            shifted.UnionWith(table.WorkingDays);
        }
    }

    public IReadOnlyCollection<(CalendarYear Table, long Version)> Years => years.Values;

    public CalendarYear? TableOf(int year) => years.TryGetValue(year, out var known) ? known.Table : null;

    /// <summary>What is consulted between two moments; a year without a table is not among them.</summary>
    public IReadOnlyList<Edition> Editions(DateTimeOffset from, DateTimeOffset until)
    {
        var (first, last) = (ChinaTime.Local(from).Year, ChinaTime.Local(until).Year);
        return [.. years.Where(year => year.Key >= first && year.Key <= last).OrderBy(year => year.Key)
            .Select(year => new Edition(year.Key, year.Value.Version))];
    }

    public DayKind KindOf(DateOnly day) =>
        shifted.Contains(day) ? DayKind.ShiftedWorkingDay
        : holidays.ContainsKey(day) ? DayKind.Holiday
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend
        : DayKind.WorkingDay;

    public string? HolidayOn(DateOnly day) => holidays.GetValueOrDefault(day);

    public bool IsWorking(DateOnly day) => KindOf(day) is DayKind.WorkingDay or DayKind.ShiftedWorkingDay;

    public IReadOnlyList<Window> WindowsOf(DateOnly day) => TableOf(day.Year)?.Windows ?? Window.Default;

    /// <summary>下班: the end of the last window.</summary>
    public DateTimeOffset EndOfWork(DateOnly day) => At(day, WindowsOf(day)[^1].Until);

    public DateTimeOffset StartOfWork(DateOnly day) => At(day, WindowsOf(day)[0].From);

    /// <summary>The n-th working day after a day; with a negative number before it.</summary>
    public DateOnly WorkingDayFrom(DateOnly day, int n)
    {
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorking(day)) left--;
        }
        return day;
    }

    /// <summary>Working days after the one day up to and including the other.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly through)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            if (IsWorking(day)) count++;
        }
        return count;
    }

    /// <summary>The moment at which that much working time has passed; the end of a window rather than the start of the next.</summary>
    public DateTimeOffset AddWorkingTime(DateTimeOffset start, TimeSpan time)
    {
        if (time == TimeSpan.Zero) return start;
        foreach (var (from, until) in WorkFrom(start))
        {
            if (time <= until - from) return from + time;
            time -= until - from;
        }
        throw new InvalidOperationException("The calendar ends.");
    }

    public TimeSpan WorkingTimeBetween(DateTimeOffset from, DateTimeOffset until) => WorkFrom(from)
        .TakeWhile(work => work.From < until)
        .Aggregate(TimeSpan.Zero, (sum, work) => sum + ((work.Until < until ? work.Until : until) - work.From));

    private IEnumerable<(DateTimeOffset From, DateTimeOffset Until)> WorkFrom(DateTimeOffset start)
    {
        for (var day = ChinaTime.DateOf(start); day < DateOnly.MaxValue; day = day.AddDays(1))
        {
            if (!IsWorking(day)) continue;
            foreach (var window in WindowsOf(day))
            {
                var (from, until) = (At(day, window.From), At(day, window.Until));
                if (until > start) yield return (from < start ? start : from, until);
            }
        }
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time) => ChinaTime.StartOf(day) + time.ToTimeSpan();
}

internal enum DayKind { WorkingDay, Weekend, Holiday, ShiftedWorkingDay }
