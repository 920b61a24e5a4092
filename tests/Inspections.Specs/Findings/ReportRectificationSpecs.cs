using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

/// <summary>整改上报, as Tasks tells of it.</summary>
public sealed class ReportRectificationSpecs
{
    private static readonly ReportRectification Report = new(1, Unit, After, null, Step(3), Morning.AddHours(5));

    [Fact]
    public void A_unit_reports_without_having_taken_the_case_first() =>
        Given(Recorded, Routed).When(Report.Decide).Then(Reported).AndAgainNothing();

    [Fact]
    public void A_rejected_rectification_is_reported_again() =>
        Given(Recorded, Routed, Reported, Rejected).When((Report with { Step = Step(5), At = Morning.AddHours(7) }).Decide)
            .Then(Reported with { At = Morning.AddHours(7) });

    [Fact]
    public void A_report_without_a_photo_asks_for_a_verification_on_the_spot() =>
        Given(Recorded, Routed).When((Report with { Photos = [] }).Decide).Then(Reported with { Photos = [], OnSite = true });

    [Fact]
    public void A_unit_that_the_case_is_not_with_reports_nothing() =>
        Given(Recorded, Routed).When((Report with { Unit = AnotherUnit }).Decide).ThenRefused(FindingRules.AnotherUnit);

    [Fact]
    public void Work_reported_late_states_first_that_the_deadline_was_missed() =>
        Given(Recorded, Routed).When((Report with { At = Due.AddHours(1) }).Decide).Then(Overdue, Reported with { At = Due.AddHours(1) });
}
