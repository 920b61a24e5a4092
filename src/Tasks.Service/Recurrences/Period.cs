using System.Globalization;

namespace Campaign.Tasks.Recurrences;

/// <summary>每日 · 每周 · 每两周 · 每半月 · 每月 · 每两月 · 每季度 · 每半年 · 每年 · 每农历月.</summary>
internal enum Every { Day, Week, TwoWeeks, HalfMonth, Month, TwoMonths, Quarter, HalfYear, Year, LunarMonth }

/// <summary>One stretch of the calendar that something is due in. Stretches of a kind follow each other without gaps.</summary>
/// <param name="Name">Unique among the periods of its kind: <c>2024-W39</c>, <c>2024-09/2</c>, <c>2024-Q3</c>.</param>
/// <param name="Label">As people say it: 2024年9月下半月.</param>
internal sealed record Period(DateOnly First, DateOnly Last, string Name, string Label)
{
    private const int MiddleOfMonth = 15;
    private static readonly string[] Quarters = ["一", "二", "三", "四"];

    public DateOnly Middle => First.AddDays(Days / 2);

    public int Days => Last.DayNumber - First.DayNumber + 1;

    public Period Next(Every every, DateOnly begins) => Containing(every, Last.AddDays(1), begins);

    /// <summary>The period that a day lies in. What is counted in days, as a lunar month is, has days for periods.</summary>
    /// <param name="begins">Fortnights are counted from the week of this day; all others are those of the calendar.</param>
    public static Period Containing(Every every, DateOnly day, DateOnly begins = default) => every switch
    {
        Every.Day or Every.LunarMonth => new(day, day, $"{day:yyyy-MM-dd}", $"{day.Year}年{day.Month}月{day.Day}日"),
        Every.Week => Week(day),
        Every.TwoWeeks => TwoWeeks(day, begins),
        Every.HalfMonth => HalfMonth(day),
        Every.Month => Months(day, 1, (first, _) => ($"{first:yyyy-MM}", $"{first.Month}月")),
        Every.TwoMonths => Months(day, 2, (first, last) => ($"{first:yyyy-MM}~{last:MM}", $"{first.Month}—{last.Month}月")),
        Every.Quarter => Months(day, 3, (_, last) => ($"{last.Year}-Q{last.Month / 3}", $"第{Quarters[last.Month / 3 - 1]}季度")),
        Every.HalfYear => Months(day, 6, (_, last) => ($"{last.Year}-H{last.Month / 6}", last.Month == 6 ? "上半年" : "下半年")),
        Every.Year => Months(day, 12, (first, _) => ($"{first.Year}", "")),
    };

    private static Period TwoWeeks(DateOnly day, DateOnly begins)
    {
        var week = Week(day);
        var odd = (week.First.DayNumber - Monday(begins).DayNumber) / 7 % 2 != 0;
        var (first, second) = odd ? (Week(day.AddDays(-7)), week) : (week, Week(day.AddDays(7)));
        return new(first.First, second.Last, $"{first.Name}~{second.Name[^2..]}",
            $"{first.Label[..^1]}—{second.Name[^2..].TrimStart('0')}周");
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static Period Week(DateOnly day)
    {
        var monday = Monday(day);
        var date = monday.ToDateTime(TimeOnly.MinValue);
        var (year, week) = (ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
        return new(monday, monday.AddDays(6), $"{year}-W{week:00}", $"{year}年第{week}周");
    }

    private static Period HalfMonth(DateOnly day)
    {
        var month = Containing(Every.Month, day);
        var middle = month.First.AddDays(MiddleOfMonth - 1);
        return day <= middle
            ? new(month.First, middle, $"{month.Name}/1", $"{month.Label}上半月")
            : new(middle.AddDays(1), month.Last, $"{month.Name}/2", $"{month.Label}下半月");
    }

    private static Period Months(DateOnly day, int length, Func<DateOnly, DateOnly, (string Name, string Label)> named)
    {
        var first = new DateOnly(day.Year, day.Month - (day.Month - 1) % length, 1);
        var last = first.AddMonths(length).AddDays(-1);
        var (name, label) = named(first, last);
        return new(first, last, name, $"{first.Year}年{label}");
    }
}
