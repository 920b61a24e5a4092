using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

/// <summary>A covert visit to a market: planned for five days, then started on the second or cancelled.</summary>
internal static class PlannedVisit
{
    public static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);

    public static readonly InspectionPlanned Planned =
        new(Unit, InspectionKind.Covert, Day, Day.AddDays(4), "sheet-1", "inspector-1", null, new("农贸市场", "广场农贸市场"), Morning);

    public static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Covert, Day.AddDays(1), "sheet-1", 1,
        [new(1, 15, false, 1.5m, "占道经营"), new(2, 5, false, 0, null), new(3, 10, false, 0, null)],
        Morning.AddDays(1), null, null, Planned.Venue);

    public static readonly InspectionCancelled Cancelled = new("雨天", Morning.AddHours(1));

    public static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
