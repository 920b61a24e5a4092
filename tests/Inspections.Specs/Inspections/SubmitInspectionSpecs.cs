using Campaign.Inspections.Inspections;
using Campaign.Testing;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class SubmitInspectionSpecs
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Morning.DateTime);
    private static readonly InspectionStarted Started =
        new(Unit, InspectionKind.Daily, Day, "sheet-1", 1, [new(1, 15, false, 0, null)], Morning, null);

    private static readonly InspectionConfirmed Confirmed = new(Unit, InspectionKind.Daily, Day, 100, "sheet-1", 1, Morning, null);
    private static readonly SubmitInspection Submit = new(Morning);

    [Fact]
    public void The_inspector_is_done_once() => Given(Started).When(Submit.Decide).Then(new InspectionSubmitted(Morning)).AndAgainNothing();

    [Fact]
    public void What_is_confirmed_needs_no_submission() => Given(Started, Confirmed).When(Submit.Decide).ThenNothing();

    [Fact]
    public void What_has_not_begun_is_not_submitted() => Given().When(Submit.Decide).ThenRefused(InspectionRules.NotFound);

    private static Scenario<Campaign.Inspections.Inspections.Inspection> Given(params object[] history) => new(history);
}
