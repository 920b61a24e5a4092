using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class CloseForciblySpecs
{
    private static readonly DateTimeOffset Noon = Morning.AddHours(3);
    private static readonly VoidFinding Void = new("误报", Noon);
    private static readonly CloseForcibly Close = new("拆迁", Noon);

    [Fact]
    public void An_open_case_is_closed_by_force_and_is_not_struck_off() =>
        Given(Recorded, Routed).When(Close.Decide).Then(new FindingForciblyClosed(Number, 1, Unit, Due, "拆迁", Noon)).AndAgainNothing();

    [Fact]
    public void A_case_that_no_unit_had_is_closed_without_one() =>
        Given(Recorded, Routed, Declined).When(Close.Decide).Then(new FindingForciblyClosed(Number, 1, null, null, "拆迁", Noon));

    [Fact]
    public void A_deadline_missed_before_is_stated_when_the_case_is_closed_by_force() =>
        Given(Recorded, Routed).When((Close with { Now = Due.AddHours(1) }).Decide)
            .Then(Overdue, new FindingForciblyClosed(Number, 1, Unit, Due, "拆迁", Due.AddHours(1)));

    [Fact]
    public void A_case_closed_by_force_is_not_worked_on()
    {
        var closed = Given(Recorded, Routed, new FindingForciblyClosed(Number, 1, Unit, Due, "拆迁", Noon));
        closed.When(Void.Decide).ThenRefused(FindingRules.NotOpen);
        closed.When(new ReportRelapse("再次堆积", Noon).Decide).ThenRefused(FindingRules.NotStruckOff);
        closed.When(new VerifyRectification(VerificationResult.Passed, null, new HashSet<string>(), After.ToHashSet(), Noon).Decide)
            .ThenRefused(FindingRules.NotOpen);
    }

    [Fact]
    public void A_struck_off_case_is_not_closed_by_force() =>
        Given(Recorded, Routed, Reported, StruckOff).When(Close.Decide).ThenRefused(FindingRules.NotOpen);
}
