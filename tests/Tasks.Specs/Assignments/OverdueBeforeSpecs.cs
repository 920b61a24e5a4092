using Campaign.Tasks.Assignments;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Assignments;

/// <summary>The watch may come late; the fact comes first all the same.</summary>
public sealed class OverdueBeforeSpecs
{
    private static readonly DateTimeOffset After = Due.AddHours(8);

    [Fact]
    public void What_is_approved_after_its_deadline_was_overdue() =>
        Given(Issued, Submitted).When(new ApproveAssignment(OfficeReviews, After).Decide)
            .Then(Overdue, new AssignmentApproved(TheUnit, After)).AndAgainNothing();

    [Fact]
    public void So_was_what_is_handed_on_or_cancelled()
    {
        Given(Issued).When(new ReassignAssignment(AnotherUnit, "移交", After).Decide)
            .Then(Overdue, new AssignmentReassigned(TheUnit, AnotherUnit, Due, "移交", null, After));
        Given(Issued).When(new CancelAssignment("重复下达", After).Decide).Then(Overdue, new AssignmentCancelled(TheUnit, "重复下达", After));
    }

    [Fact]
    public void What_was_noted_is_not_noted_again() =>
        Given(Issued, Submitted, Overdue).When(new ApproveAssignment(OfficeReviews, After).Decide)
            .Then(new AssignmentApproved(TheUnit, After));
}
