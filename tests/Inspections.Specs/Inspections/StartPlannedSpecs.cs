using Campaign.Inspections.Inspections;
using static Campaign.Inspections.Specs.Inspections.PlannedVisit;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class StartPlannedSpecs
{
    private static readonly StartPlanned Start = new(Day.AddDays(1), Sheet, [new(1, false, 1.5m, "占道经营")], Morning.AddDays(1));

    [Fact]
    public void A_planned_visit_starts_as_it_was_planned() => Given(Planned).When(Start.Decide).Then(Started).AndAgainNothing();

    [Fact]
    public void A_planned_visit_starts_within_its_window_and_not_tomorrow()
    {
        Given(Planned).When((Start with { Date = Day.AddDays(-1) }).Decide).ThenRefused(InspectionRules.OutsideWindow);
        Given(Planned).When((Start with { Date = Day.AddDays(5), Now = Morning.AddDays(5) }).Decide)
            .ThenRefused(InspectionRules.OutsideWindow);
        Given(Planned).When((Start with { Date = Day.AddDays(2) }).Decide).ThenRefused(InspectionRules.DateInFuture);
        Given(Planned).When((Start with { Sheet = Sheet with { Code = "sheet-2" } }).Decide).ThenRefused(InspectionRules.SheetUnknown);
        Given(Planned, Cancelled).When(Start.Decide).ThenRefused(InspectionRules.Cancelled);
        Given().When(Start.Decide).ThenRefused(InspectionRules.NotFound);
    }
}
