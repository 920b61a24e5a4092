using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Facts;

/// <summary>
/// Every subject is inspected at least once in each calendar week that lies wholly in the month and in its time in the campaign.
/// </summary>
internal static class Coverage
{
    /// <returns>The weeks that passed without an inspection, by their Monday.</returns>
    public static IReadOnlyList<DateOnly> MissingWeeks(MonthView view, Subject subject) =>
        [.. Weeks(view, subject).Where(week => week.Inspection is null).Select(week => week.Monday)];

    /// <summary>The weeks that are over, each with its first inspection.</summary>
    public static IEnumerable<CoveredWeek> Weeks(MonthView view, Subject subject) =>
        from monday in view.Month.WholeWeeks()
        let sunday = monday.AddDays(6)
        where subject.TakesPartOn(monday) && subject.TakesPartOn(sunday) && ChinaTime.EndOf(sunday) <= view.AsOf
        select new CoveredWeek(monday, view.Inspections[subject.Code].FirstOrDefault(i => monday <= i.Date && i.Date <= sunday));
}

/// <param name="Inspection">Null where there was none.</param>
internal sealed record CoveredWeek(DateOnly Monday, InspectionFact? Inspection);
