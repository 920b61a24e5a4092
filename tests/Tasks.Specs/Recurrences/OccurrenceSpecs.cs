using Campaign.Tasks.Assignments;
using Campaign.Tasks.Recurrences;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Recurrences.RecurrenceStory;

namespace Campaign.Tasks.Specs.Recurrences;

public sealed class OccurrenceSpecs
{
    private static readonly DateTimeOffset During = At("2024-09-06 15:00");
    private static readonly DateTimeOffset AfterDue = At("2024-09-06 20:00");
    private static readonly DateTimeOffset NextDay = At("2024-09-07 09:00");
    private static readonly SubmitAssignment Submit = new(Kinds, Officer, [], "已清扫", During);
    private static readonly MissOccurrence Miss = new(NextDay);
    private static readonly OccurrenceMissed Missed = new(AssignmentKind.Recurring, Friday.Title, TheUnit, At("2024-09-07 00:00"));
    private static readonly AssignmentBecameOverdue Late = new(AssignmentKind.Recurring, Friday.Title, TheUnit, Friday.Due);

    [Fact]
    public void Its_submission_is_its_record() =>
        AssignmentStory.Given(Friday).When(Submit.Decide).Then(new AssignmentSubmitted(TheUnit, [], "已清扫", null, During)).AndAgainNothing();

    [Fact]
    public void It_is_not_submitted_before_it_starts() =>
        AssignmentStory.Given(Friday).When((Submit with { Now = At("2024-09-06 13:59") }).Decide).ThenRefused(RecurrenceRules.NotStarted);

    [Fact]
    public void Late_it_can_still_be_made_good() =>
        AssignmentStory.Given(Friday, Late).When((Submit with { Now = AfterDue }).Decide)
            .Then(new AssignmentSubmitted(TheUnit, [], "已清扫", null, AfterDue));

    [Fact]
    public void Missed_it_cannot_whether_or_not_somebody_noted_it()
    {
        AssignmentStory.Given(Friday).When((Submit with { Now = NextDay }).Decide).ThenRefused(AssignmentRules.Missed);
        AssignmentStory.Given(Friday, Missed).When((Submit with { Now = NextDay }).Decide).ThenRefused(AssignmentRules.Missed);
    }

    [Fact]
    public void A_record_says_or_shows_something()
    {
        AssignmentStory.Given(Friday).When((Submit with { Note = " " }).Decide).ThenRefused(RecurrenceRules.RecordMissing);
        AssignmentStory.Given(Friday).When((Submit with { Note = null, Photos = Photos }).Decide)
            .Then(new AssignmentSubmitted(TheUnit, Photos, null, null, During));
    }

    [Fact]
    public void A_recurrence_may_ask_for_one_of_them()
    {
        OccurrenceRecord.Missing([RecordNeed.Note], Photos, note: null).ShouldBe(RecurrenceRules.NoteMissing);
        OccurrenceRecord.Missing([RecordNeed.Photo], [], "已清扫").ShouldBe(RecurrenceRules.PhotoMissing);
        OccurrenceRecord.Missing([RecordNeed.Photo, RecordNeed.Note], Photos, "已清扫").ShouldBeNull();
    }

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
        AssignmentStory.Given(Friday, new DeadlineExtended(TheUnit, At("2024-09-09 00:00"), "连续降雨", null, During))
            .When(Miss.Decide).ThenNothing();

    [Fact]
    public void What_has_no_slot_is_never_missed() =>
        AssignmentStory.Given(Issued).When((Miss with { Now = Due.AddYears(1) }).Decide).ThenNothing();

    [Fact]
    public void Missed_it_is_closed()
    {
        AssignmentStory.Given(Friday, Missed).When(new CancelAssignment("重复下达", NextDay).Decide).ThenRefused(AssignmentRules.NotOpen);
        AssignmentStory.Given(Friday, Missed).When(new BecomeOverdue(NextDay).Decide).ThenNothing();
    }

    [Fact]
    public void What_is_asked_for_no_more_is_withdrawn_unless_submitted()
    {
        var withdraw = new WithdrawOccurrence(During);
        AssignmentStory.Given(Friday).When(withdraw.Decide).Then(new AssignmentCancelled(TheUnit, WithdrawOccurrence.Reason, During))
            .AndAgainNothing();
        AssignmentStory.Given(Friday, Submitted).When(withdraw.Decide).ThenNothing();
        AssignmentStory.Given(Issued).When(withdraw.Decide).ThenNothing();
    }
}
