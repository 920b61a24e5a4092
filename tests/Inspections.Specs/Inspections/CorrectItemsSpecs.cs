using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class CorrectItemsSpecs
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly ScoredItem[] Filled = [new(1, 15, false, 1.5m, "占道经营"), new(2, 5, false, 0, null), new(3, 10, true, 0, null)];
    private static readonly ItemEntry[] Entries = [new(1, false, 1.5m, "占道经营"), new(3, true, 0, null)];

    private static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Daily, Day, "sheet-1", 1,
        [.. Filled.Select(Campaign.Inspections.Inspections.Stored.ScoredItem.Of)], Morning, null);

    private static readonly InspectionConfirmed Confirmed = new(
        Unit, InspectionKind.Daily, Day, 92.5m, "sheet-1", 1, Morning.AddHours(1), null);

    [Fact]
    public void Items_are_corrected_until_they_are_confirmed()
    {
        var correct = new CorrectItems(Sheet, [Entries[0] with { Deduction = 2 }], Morning.AddMinutes(5));
        ScoredItem[] corrected = [Filled[0] with { Deduction = 2 }, Filled[1], Filled[2] with { NotApplicable = false }];

        Given(Started).When(correct.Decide).Then(
            new InspectionItemsCorrected(
                [.. corrected.Select(Campaign.Inspections.Inspections.Stored.ScoredItem.Of)], Morning.AddMinutes(5))).AndAgainNothing();
        Given(Started, Confirmed).When(correct.Decide).ThenRefused(InspectionRules.Confirmed);
        Given(Started, Confirmed).When(new CorrectItems(Sheet, Entries, Morning).Decide).ThenNothing();
        Given().When(correct.Decide).ThenRefused(InspectionRules.NotFound);
    }

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
