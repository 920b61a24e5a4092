using Campaign.Inspections.Inspections;
using static Campaign.Inspections.Specs.Inspections.PlannedVisit;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class CancelInspectionSpecs
{
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
}
