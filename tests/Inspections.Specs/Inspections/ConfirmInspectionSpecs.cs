using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class ConfirmInspectionSpecs
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly ScoredItem[] Filled = [new(1, 15, false, 1.5m, "占道经营"), new(2, 5, false, 0, null), new(3, 10, true, 0, null)];

    private static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Daily, Day, "sheet-1", 1,
        [.. Filled.Select(Campaign.Inspections.Inspections.Stored.ScoredItem.Of)], Morning, null);

    private static readonly ConfirmInspection Confirm = new(Morning.AddHours(1));
    private static readonly InspectionConfirmed Confirmed = new(
        Unit, InspectionKind.Daily, Day, 92.5m, "sheet-1", 1, Morning.AddHours(1), null);

    [Fact]
    public void Confirming_fixes_the_score() => Given(Started).When(Confirm.Decide).Then(Confirmed).AndAgainNothing();

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
