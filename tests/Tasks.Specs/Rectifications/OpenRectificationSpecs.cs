using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Rectifications;

public sealed class OpenRectificationSpecs
{
    private static readonly Routing ToUnit = new(TheUnit, [AnotherUnit], "P01", Due);
    private static readonly OpenRectification Open = new(TheFinding, 1, TheDetails, ToUnit, Morning);

    [Fact]
    public void A_finding_that_a_rule_covers_is_issued_at_once() => Given().When(Open.Decide).Then(Opened, Routed).AndAgainNothing();

    [Fact]
    public void A_finding_without_a_rule_waits_in_the_queue() =>
        Given().When((Open with { Routing = null }).Decide).Then(Opened).AndAgainNothing();

    [Fact]
    public void A_finding_called_off_before_its_record_arrived_goes_to_no_unit() =>
        Given(new RectificationCalledOff(TheFinding, 2, "误登", Noon)).When(Open.Decide).Then(Opened).AndAgainNothing();

    [Fact]
    public void A_record_that_comes_again_after_the_unit_began_changes_nothing() =>
        Given(Opened, Routed, Accepted).When(Open.Decide).ThenNothing();
}
