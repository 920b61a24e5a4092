using Campaign.Scoring.Subjects;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Months;

/// <summary>Every subject is inspected at least once in each calendar week that lies wholly in the month and in its time in the campaign.</summary>
internal static class Coverage
{
    /// <returns>The weeks that passed without an inspection, by their Monday.</returns>
    public static IReadOnlyList<DateOnly> MissingWeeks(MonthView view, Subject subject) =>
    [
        .. from monday in view.Month.WholeWeeks()
           let sunday = monday.AddDays(6)
           where subject.TakesPartOn(monday) && subject.TakesPartOn(sunday) && ChinaTime.EndOf(sunday) <= view.AsOf
           where !view.Inspections[subject.Code].Any(i => monday <= i.Date && i.Date <= sunday)
           select monday,
    ];
}
