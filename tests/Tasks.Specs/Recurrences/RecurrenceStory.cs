using System.Globalization;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Recurrences;
using Campaign.Testing;

namespace Campaign.Tasks.Specs.Recurrences;

/// <summary>Calendars of these specs.</summary>
internal static class Holidays
{
    public static WorkCalendar None => WorkCalendar.Plain;
}

/// <summary>A periodic duty of one committee, arranged at the end of August 2024.</summary>
internal static class RecurrenceStory
{
    public const string Code = "cleaning";
    public static readonly Guid TheSeries = Series.Stream(AssignmentStory.TheStreet, AssignmentKind.Recurring, Code).Id;
    public static readonly DateTimeOffset August31 = At("2024-08-31 10:00");
    public static readonly Rule FridayAfternoon = new(Every.Week, [DayOfWeek.Friday], Part: DayPart.Afternoon);
    public static readonly RecurrenceTerms Terms = new("责任路段清扫", FridayAfternoon, Day("2024-09-01"), Units: ["U001"]);
    public static readonly RecurrenceArranged Arranged = new(
        Code, 1, Day("2024-09-01"), Tasks.Recurrences.Stored.RecurrenceTerms.Of(Terms), August31);
    public static readonly UnitRow Committee = new("U001", 1, "广场社区", "居委会", "C1", Day("2024-01-01"), null);
    public static readonly UnitRow Department = new("U010", 1, "城管中队", "机关部门", null, Day("2024-01-01"), null);

    /// <summary>The occurrence of 6 September 2024.</summary>
    public static readonly AssignmentIssued Friday = Terms.Issue(
        TheSeries, 1, FridayAfternoon.Slots(Day("2024-09-06"), Day("2024-09-07")).Single(), AssignmentStory.TheUnit, August31);

    public static Scenario<Series> Given(params object[] history) => new(history);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Local time of Asia/Shanghai.</summary>
    public static DateTimeOffset At(string time) =>
        new(DateTime.ParseExact(time, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    /// <summary>By a calendar without holidays.</summary>
    public static IEnumerable<Slot> Slots(this Rule rule, DateOnly from, DateOnly before) =>
        rule.Slots(from, before, new(WorkCalendar.Plain, default));

    public static IEnumerable<Slot> Slots(this ISchedule schedule, DateOnly from, DateOnly before) =>
        schedule.Slots(from, before, WorkCalendar.Plain);

    public static IEnumerable<(Arrangement Arrangement, Slot Slot)> Slots(this Series series, DateOnly from, DateOnly before) =>
        series.Slots(from, before, WorkCalendar.Plain);

    public static IReadOnlyList<string> Names(this Rule rule, string from, string before) =>
        [.. rule.Slots(Day(from), Day(before)).Select(slot => slot.Name)];
}
