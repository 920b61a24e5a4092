using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Rectifications;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Deadlines;

public sealed class ExtendDeadlineSpecs
{
    private static readonly Term ThreeDays = new(Clock.NaturalDays, 3);
    private static readonly Edition[] ByTable = [new(2024, 0)];
    private static readonly ExtendDeadline Extend = new("连续降雨", Due, Official, Noon);
    private static readonly DeadlineExtended Extended = new(TheUnit, Later, "连续降雨", null, Noon, ThreeDays, ByTable);

    [Fact]
    public void The_dispatcher_adds_the_original_limit() => Given(Issued).When(Extend.Decide).Then(Extended).AndAgainNothing();

    [Fact]
    public void A_second_extension_adds_the_same_once_more() =>
        Given(Issued, Extended).When((Extend with { Current = Later }).Decide).Then(Extended with { Due = Later.AddDays(3) })
            .AndAgainNothing();

    [Fact]
    public void There_is_no_third() =>
        Given(Issued, Extended, Extended with { Due = Later.AddDays(3) }).When((Extend with { Current = null }).Decide)
            .ThenRefused(DeadlineRules.ExtensionsUsedUp);

    [Fact]
    public void A_term_is_added_by_its_own_clock()
    {
        var term = new Term(Clock.WorkingDays, 5);
        Given(Issued with { Term = term, Due = At("2024-09-30 17:30") })
            .When((Extend with { Current = null }).Decide)
            .Then(Extended with { Due = At("2024-10-12 17:30"), Term = term });
    }

    [Fact]
    public void A_rectification_names_its_case() =>
        Given(Opened, Routed).When(Extend.Decide).Then(Extended with { Case = TheFinding });

    [Fact]
    public void A_rectification_from_a_ledger_has_its_original_limit_too() =>
        Given(Opened, new RectificationTakenOver(TheFinding, 2, TheUnit, Due, Morning))
            .When(Extend.Decide).Then(Extended with { Case = TheFinding });

    [Fact]
    public void A_deadline_that_moved_meanwhile_is_not_extended_unseen() =>
        Given(Issued).When((Extend with { Current = Due.AddDays(-1) }).Decide).ThenRefused(DeadlineRules.DeadlineOutdated);

    [Fact]
    public void What_is_overdue_is_not_extended() =>
        Given(Issued, Overdue).When(Extend.Decide).ThenRefused(DeadlineRules.OverdueNotExtended);

    [Fact]
    public void Nor_what_is_late_before_the_watch_came_by() =>
        Given(Issued).When((Extend with { Now = Due.AddSeconds(1) }).Decide).ThenRefused(DeadlineRules.OverdueNotExtended);

    [Fact]
    public void Nor_what_stands_still() =>
        Given(Issued, new ClockSuspended(TheUnit, Noon.AddDays(1), Due.AddDays(1), "停电", null, Noon, []))
            .When((Extend with { Current = null }).Decide).ThenRefused(DeadlineRules.SuspendedNotExtended);

    [Fact]
    public void What_is_done_is_not_extended() =>
        Given(Issued, Submitted, Approved).When(Extend.Decide).ThenRefused(AssignmentRules.NotOpen);

    [Fact]
    public void What_nobody_issued_is_not_found() => Given().When(Extend.Decide).ThenRefused(AssignmentRules.NotFound);
}
