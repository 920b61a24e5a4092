using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class CancelInspectionSpecs
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);

    private static readonly InspectionPlanned Planned =
        new(Unit, InspectionKind.Covert, Day, Day.AddDays(4), "sheet-1", "inspector-1", null, new("农贸市场", "广场农贸市场"), Morning);

    private static readonly InspectionStarted Started = new(
        Unit, InspectionKind.Covert, Day.AddDays(1), "sheet-1", 1,
        [new(1, 15, false, 1.5m, "占道经营"), new(2, 5, false, 0, null), new(3, 10, false, 0, null)],
        Morning.AddDays(1), null, null, Planned.Venue);

    private static readonly InspectionCancelled Cancelled = new("雨天", Morning.AddHours(1));

    [Fact]
    public void Only_what_has_not_started_is_cancelled()
    {
        var cancel = new CancelInspection("雨天", Morning.AddHours(1));
        Given(Planned).When(cancel.Decide).Then(Cancelled).AndAgainNothing();
        Given(Planned, Started).When(cancel.Decide).ThenRefused(InspectionRules.AlreadyStarted);
    }

    [Fact]
    public void Nothing_is_entered_before_the_start_or_after_a_cancellation()
    {
        Given(Planned).When(new ScoreItem(Sheet, new(1, false, 1, "脏"), Morning).Decide).ThenRefused(InspectionRules.NotStarted);
        Given(Planned).When(new SubmitInspection(Morning).Decide).ThenRefused(InspectionRules.NotStarted);
        Given(Planned, Cancelled).When(new ConfirmInspection(Morning).Decide).ThenRefused(InspectionRules.Cancelled);
    }

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
