using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

public sealed class ReassignAssignmentSpecs
{
    private static readonly ReassignAssignment Reassign = new(AnotherUnit, "路段已移交", Noon);

    [Fact]
    public void Another_unit_begins_anew_with_the_same_deadline() =>
        Given(Issued, Acknowledged).When(Reassign.Decide)
            .Then(new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon)).AndAgainNothing();

    [Fact]
    public void The_unit_that_had_it_has_it_no_more() =>
        Given(Issued, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon))
            .When(new SubmitAssignment(Kinds, Officer, Photos, null, Noon).Decide).ThenRefused(AssignmentRules.NotYourUnit);

    [Fact]
    public void Others_may_help_from_now_on_and_the_guarantor_stays() =>
        Given(Issued with { Guarantor = ThePost }).When((Reassign with { CooperatingUnits = ["U020"] }).Decide)
            .Then(new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon, ["U020"], ThePost)).AndAgainNothing();

    [Fact]
    public void The_guarantor_of_the_community_changes_with_it_and_a_chosen_one_does_not()
    {
        var guarantors = new Guarantors(
            new Dictionary<string, string> { [TheUnit] = "C1", [AnotherUnit] = "C2" },
            [new("P07", null, [], ["C1"]), new("P08", null, [], ["C2"])]);
        After("P07").ShouldBe("P08");
        After(ThePost).ShouldBe(ThePost);

        string? After(string before) => ((AssignmentReassigned)(Reassign with { Guarantors = guarantors })
            .Decide(Given(Issued with { Guarantor = before }).State).Events.Single()).Guarantor;
    }

    [Fact]
    public void Another_guarantor_may_be_named() =>
        Given(Issued with { Guarantor = ThePost }).When((Reassign with { Guarantor = "P02" }).Decide)
            .Then(new AssignmentReassigned(TheUnit, AnotherUnit, Due, "路段已移交", null, Noon, null, "P02"));

    [Fact]
    public void To_the_unit_that_has_it_nothing_is_handed_on() =>
        Given(Issued).When((Reassign with { Unit = TheUnit, CooperatingUnits = ["U020"] }).Decide).ThenRefused(AssignmentRules.SameUnit);

    [Fact]
    public void What_is_done_stays_where_it_was() =>
        Given(Issued, Submitted, Approved).When(Reassign.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_waits_in_the_queue_is_routed_and_not_reassigned() =>
        Given(Opened).When(Reassign.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Reassign.Decide).ThenRefused(AssignmentRules.NotFound);
}
