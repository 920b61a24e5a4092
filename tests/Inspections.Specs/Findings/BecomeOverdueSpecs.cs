using Campaign.Inspections.Findings;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.Findings;

public sealed class BecomeOverdueSpecs
{
    private static readonly BecomeOverdue Look = new(Due.AddSeconds(1));

    [Fact]
    public void A_missed_deadline_is_stated_once_as_of_the_deadline() =>
        Given(Recorded, Routed).When(Look.Decide).Then(Overdue).AndAgainNothing();

    [Fact]
    public void Work_that_waits_for_verification_is_overdue_too() => Given(Recorded, Routed, Reported).When(Look.Decide).Then(Overdue);

    [Fact]
    public void The_deadline_itself_is_still_in_time() => Given(Recorded, Routed).When(new BecomeOverdue(Due).Decide).ThenNothing();

    [Fact]
    public void Who_has_no_unit_misses_no_deadline() => Given(Recorded, Routed, Declined).When(Look.Decide).ThenNothing();

    [Fact]
    public void A_struck_off_case_misses_nothing() => Given(Recorded, Routed, Reported, StruckOff).When(Look.Decide).ThenNothing();

    [Fact]
    public void A_new_deadline_can_be_missed_anew()
    {
        var extended = new DeadlineExtended(Number, 1, Unit, Due.AddDays(1), "连续降雨", Due.AddHours(1));
        Given(Recorded, Routed, Overdue, extended).When(Look.Decide).ThenNothing();
        Given(Recorded, Routed, Overdue, extended).When(new BecomeOverdue(Due.AddDays(2)).Decide)
            .Then(Overdue with { Due = Due.AddDays(1) });
    }
}
