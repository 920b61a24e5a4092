using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class RecordDeductionSpecs
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly ScoredItem[] Filled = [new(1, 15, false, 1.5m, "占道经营"), new(2, 5, false, 0, null), new(3, 10, true, 0, null)];

    private static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Daily, Day, "sheet-1", 1,
        [.. Filled.Select(Campaign.Inspections.Inspections.Stored.ScoredItem.Of)], Morning, null);

    [Fact]
    public void A_deduction_becomes_a_case_once()
    {
        var record = new RecordDeduction(1, Guid.Empty, Morning);
        Given(Started).When(record.Decide).Then(new DeductionBecameFinding(1, Guid.Empty, Morning)).AndAgainNothing();
        Given(Started).When((record with { Item = 2 }).Decide).ThenRefused(InspectionRules.NothingDeducted);
        Given(Started).When((record with { Item = 9 }).Decide).ThenRefused(InspectionRules.ItemUnknown);
    }

    [Fact]
    public void Where_the_entries_wait_in_a_conflict_the_finding_does_not()
    {
        var record = new RecordDeduction(2, Guid.Empty, Morning, EntriesWait: true);
        Given(Started).When(record.Decide).Then(new DeductionBecameFinding(2, Guid.Empty, Morning)).AndAgainNothing();
        Given(Started).When((record with { Item = 9 }).Decide).ThenRefused(InspectionRules.ItemUnknown);
        Given(PlannedVisit.Planned).When(record.Decide).ThenNothing();
        Given().When(record.Decide).ThenRefused(InspectionRules.NotFound);
    }

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
