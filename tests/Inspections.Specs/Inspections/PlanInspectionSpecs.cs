using Campaign.Inspections.Inspections;
using static Campaign.Inspections.Specs.Inspections.PlannedVisit;
using static Campaign.Inspections.Specs.LedgerStory;

namespace Campaign.Inspections.Specs.Inspections;

public sealed class PlanInspectionSpecs
{
    private static readonly PlanInspection Plan = new(Planned);

    [Fact]
    public void A_visit_is_planned_once() => Given().When(Plan.Decide).Then(Planned).AndAgainNothing();

    [Fact]
    public void A_plan_is_changed_until_the_visit_starts()
    {
        var later = new PlanInspection(Planned with { Until = Day.AddDays(9) });
        Given(Planned).When(later.Change).Then(later.Plan).AndAgainNothing();
        Given(Planned, Started).When(later.Change).ThenRefused(InspectionRules.AlreadyStarted);
        Given(Planned, Started).When(Plan.Change).ThenNothing();
        Given(Planned, Cancelled).When(Plan.Change).ThenRefused(InspectionRules.Cancelled);
        Given().When(Plan.Change).ThenRefused(InspectionRules.NotFound);
    }

    [Fact]
    public void A_window_has_an_end_that_is_still_to_come()
    {
        Given().When(new PlanInspection(Planned with { Until = Day.AddDays(-1) }).Decide).ThenRefused(InspectionRules.WindowReversed);
        Given().When(new PlanInspection(Planned with { From = Day.AddDays(-9), Until = Day.AddDays(-1) }).Decide)
            .ThenRefused(InspectionRules.WindowPast);
    }

    [Theory]
    [InlineData("交叉检查", null, "inspecting-unit-missing")]
    [InlineData("交叉检查", Unit, "inspecting-unit-is-subject")]
    [InlineData("交叉检查", "U010", null)]
    [InlineData("日常检查", Unit, "inspecting-unit-is-subject")]
    [InlineData("日常检查", null, null)]
    [InlineData("自查", Unit, null)]
    [InlineData("自查", "U010", "inspecting-unit-is-another")]
    public void Nobody_but_a_self_check_inspects_himself(string kind, string? by, string? rule)
    {
        var plan = new PlanInspection(Planned with { Kind = InspectionKinds.Named(kind)!.Value, By = by });
        (plan.Decide(Campaign.Inspections.Inspections.Inspection.Initial).Refusal?.Rule).ShouldBe(rule);
    }
}
