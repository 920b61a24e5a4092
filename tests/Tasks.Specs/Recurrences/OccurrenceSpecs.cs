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
    public void Missed_it_is_closed()
    {
        AssignmentStory.Given(Friday, Missed).When(new CancelAssignment("重复下达", NextDay).Decide).ThenRefused(AssignmentRules.NotOpen);
        AssignmentStory.Given(Friday, Missed).When(new BecomeOverdue(NextDay).Decide).ThenNothing();
    }
}
