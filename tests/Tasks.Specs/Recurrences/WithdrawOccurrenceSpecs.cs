using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class WithdrawOccurrenceSpecs
{
    private static readonly DateTimeOffset During = At("2024-09-06 15:00");
    private static readonly WithdrawOccurrence Withdraw = new(During);

    [Fact]
    public void What_is_asked_for_no_more_is_withdrawn() =>
        AssignmentStory.Given(Friday).When(Withdraw.Decide)
            .Then(new AssignmentCancelled(TheUnit, WithdrawOccurrence.Reason, During)).AndAgainNothing();

    [Fact]
    public void What_was_returned_is_with_its_unit_again_and_is_withdrawn() =>
        AssignmentStory.Given(Friday, Submitted, Returned).When(Withdraw.Decide)
            .Then(new AssignmentCancelled(TheUnit, WithdrawOccurrence.Reason, During));

    [Fact]
    public void What_was_submitted_is_left_to_be_judged() => AssignmentStory.Given(Friday, Submitted).When(Withdraw.Decide).ThenNothing();

    [Fact]
    public void What_is_no_occurrence_stays() => AssignmentStory.Given(Issued).When(Withdraw.Decide).ThenNothing();
}
