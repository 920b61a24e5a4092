using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class MissOccurrenceSpecs
{
    private static readonly MissOccurrence Miss = new(At("2024-09-07 09:00"));
    private static readonly OccurrenceMissed Missed = new(AssignmentKind.Recurring, Friday.Title, TheUnit, At("2024-09-07 00:00"));
    private static readonly AssignmentBecameOverdue Late = new(AssignmentKind.Recurring, Friday.Title, TheUnit, Friday.Due);

    [Fact]
    public void It_is_missed_once_and_had_been_overdue_before() =>
        AssignmentStory.Given(Friday).When(Miss.Decide).Then(Late, Missed).AndAgainNothing();

    [Fact]
    public void What_was_noted_as_overdue_is_not_noted_again() => AssignmentStory.Given(Friday, Late).When(Miss.Decide).Then(Missed);

    [Fact]
    public void What_was_returned_and_not_made_good_is_missed() =>
        AssignmentStory.Given(Friday, Submitted, Returned, Late).When(Miss.Decide).Then(Missed);

    [Fact]
    public void What_was_submitted_waits_for_its_review_and_is_not_missed() =>
        AssignmentStory.Given(Friday, Submitted).When(Miss.Decide).ThenNothing();

    [Fact]
    public void It_is_not_missed_while_it_can_be_made_good() =>
        AssignmentStory.Given(Friday).When((Miss with { Now = Missed.Missed }).Decide).ThenNothing();

    [Fact]
    public void An_extension_is_time_to_make_it_good() =>
        AssignmentStory.Given(Friday, new DeadlineExtended(TheUnit, At("2024-09-09 00:00"), "连续降雨", null, Friday.Due.AddHours(-2)))
            .When(Miss.Decide).ThenNothing();

    [Fact]
    public void What_has_no_slot_is_never_missed() =>
        AssignmentStory.Given(Issued).When((Miss with { Now = Due.AddYears(1) }).Decide).ThenNothing();
}
