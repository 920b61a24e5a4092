using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;
using static Campaign.Tasks.Specs.Deadlines.SuspensionStory;

namespace Campaign.Tasks.Specs.Deadlines;

public sealed class ResumeClockSpecs
{
    private static readonly DateTimeOffset Early = At("2024-09-04 10:00");
    private static readonly ResumeClock Resume = new("改造提前完成", Official, Early);

    [Fact]
    public void It_goes_on_before_its_time_and_shifts_by_less() =>
        Given(Issued, Suspended).When(Resume.Decide)
            .Then(new ClockResumed(TheUnit, At("2024-09-07 24:00"), "改造提前完成", Early, [new(2024, 0)])).AndAgainNothing();

    [Fact]
    public void After_its_end_it_is_as_if_by_itself() =>
        Given(Issued, Suspended).When((Resume with { Now = Until.AddHours(1) }).Decide).Then(Ended).AndAgainNothing();

    [Fact]
    public void What_has_resumed_already_is_so() => Given(Issued, Suspended, Ended).When(Resume.Decide).ThenNothing();

    [Fact]
    public void What_never_stopped_is_not_resumed() => Given(Issued).When(Resume.Decide).ThenRefused(DeadlineRules.NotSuspended);

    [Fact]
    public void A_finding_keeps_what_it_was_granted() =>
        Given(Opened, Routed, Suspended with { Case = TheFinding }).When(Resume.Decide).ThenRefused(DeadlineRules.FindingKeepsSuspension);

    [Fact]
    public void What_is_done_or_unknown_has_no_clock()
    {
        Given(Issued, Suspended, Cancelled).When(Resume.Decide).ThenRefused(AssignmentRules.NotOpen);
        Given().When(Resume.Decide).ThenRefused(AssignmentRules.NotFound);
    }
}
