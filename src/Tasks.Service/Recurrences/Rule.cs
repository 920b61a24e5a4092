using System.Globalization;
using System.Text.Json.Serialization;
using Campaign.Tasks.Calendars;
using Campaign.Web;

namespace Campaign.Tasks.Recurrences;

/// <summary>
/// When something recurs, in Asia/Shanghai. Three forms: once in every period (每半个月一次); on chosen days, once or several times a day
/// (日扫三次, 每周星期五下午, 每月最后一个星期五, 每月农历二、七); or so many times a period, whenever (全年≥3次).
/// </summary>
/// <param name="Weekdays">With <see cref="Every.Week"/>, or with <see cref="Every.Month"/> and <paramref name="Nth"/>.</param>
/// <param name="LunarDigits">Last digits of the lunar days, with <see cref="Every.LunarMonth"/>; leap months count like others.</param>
/// <param name="Part">Part of the chosen days; null for the whole day.</param>
/// <param name="At">Times of the chosen days, each an occurrence of its own.</param>
/// <param name="Times">A quota: at least so many times in every period, on no particular day.</param>
/// <param name="OnHoliday">Where a chosen day is a holiday; null as <see cref="HolidayRule.Keep"/>.</param>
internal sealed record Rule(
    Every Every, IReadOnlyList<DayOfWeek>? Weekdays = null, Nth? Nth = null, IReadOnlyList<int>? LunarDigits = null,
    DayPart? Part = null, IReadOnlyList<TimeWindow>? At = null, int? Times = null,
    HolidayRule? OnHoliday = null)
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    [JsonIgnore]
    public bool IsQuota => Times is not null;

    [JsonIgnore]
    public bool ChoosesDays => Every is Every.Day or Every.LunarMonth || Weekdays is not null;

    /// <summary>The slots whose first day is <paramref name="from"/> or later, and before <paramref name="before"/>, in order.</summary>
    public IEnumerable<Slot> Slots(DateOnly from, DateOnly before, Almanac almanac) =>
        IsQuota ? []
        : ChoosesDays ? almanac.Settle(from, before, day => Falls(day, almanac.Begins), OnHoliday)
            .SelectMany(chosen => InDay(chosen, almanac.Calendar.WindowsOf(chosen.Day)))
        : Periods(from, before, almanac.Begins).Select(Slot.Of);

    /// <summary>As it is kept: a duty of certain weekdays is the office's and rests on holidays, sweeping and market days do not.</summary>
    public Rule WithHolidays() =>
        ChoosesDays && OnHoliday is null ? this with { OnHoliday = Weekdays is null ? HolidayRule.Keep : HolidayRule.Skip } : this;

    private IEnumerable<Period> Periods(DateOnly from, DateOnly before, DateOnly begins)
    {
        for (var period = Period.Containing(Every, from, begins); period.First < before; period = period.Next(Every, begins))
        {
            if (period.First >= from) yield return period;
        }
    }

    private bool Falls(DateOnly day, DateOnly begins) => Every switch
    {
        Every.Week => Weekdays!.Contains(day.DayOfWeek),
        Every.TwoWeeks => Weekdays!.Contains(day.DayOfWeek) && Period.Containing(Every, day, begins).Middle > day,
        Every.Month => Weekdays!.Contains(day.DayOfWeek) && IsNth(day),
        Every.LunarMonth => LunarDigits!.Contains(Lunar.GetDayOfMonth(day.ToDateTime(TimeOnly.MinValue)) % 10),
        _ => true,
    };

    private bool IsNth(DateOnly day) => Nth is Recurrences.Nth.Last
        ? day.AddDays(7).Month != day.Month
        : (int)Nth!.Value == (day.Day - 1) / 7 + 1;

    private IEnumerable<Slot> InDay(ChosenDay chosen, IReadOnlyList<Window> hours)
    {
        var day = Period.Containing(Every.Day, chosen.Day);
        var slots = At is { Count: > 0 } windows
            ? windows.Select((window, index) => window.On(day, windows.Count == 1 ? "" : $"/{index + 1}", $" {window}"))
            : [Part switch
            {
                DayPart.Morning => TimeWindow.MorningOf(hours).On(day, "", "上午"),
                DayPart.Afternoon => TimeWindow.AfternoonOf(hours).On(day, "", "下午"),
                null => Slot.Of(day),
            }];
        return chosen.Moved
            ? slots.Select(slot => slot with { Label = $"{slot.Label}，原定{chosen.Meant.Month}月{chosen.Meant.Day}日" })
            : slots;
    }
}

internal enum Nth { Last, First, Second, Third, Fourth, Fifth }

internal enum DayPart { Morning, Afternoon }

/// <summary>Where an occurrence belongs. A rule never gives two slots of one name.</summary>
/// <param name="Start">Not to be done earlier.</param>
/// <param name="Due">To be done by then.</param>
/// <param name="ShiftEnds">Where it is a shift: when people may go; it is reported after that.</param>
internal sealed record Slot(
    string Name, string Label, DateOnly First, DateOnly Last, DateTimeOffset Start, DateTimeOffset Due, DateTimeOffset? ShiftEnds = null)
{
    public static Slot Of(Period period) => new(
        period.Name, period.Label, period.First, period.Last, ChinaTime.StartOf(period.First), ChinaTime.EndOf(period.Last));

    /// <summary>It can still be made good until the end of its last day, and for so many days more.</summary>
    public DateTimeOffset Missed(int? graceDays) => ChinaTime.EndOf(Last.AddDays(graceDays ?? 0));
}
