using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Deadlines;
using Campaign.Tasks.Dispatch;
using Campaign.Tasks.DueDates;
using FsCheck;
using FsCheck.Fluent;
using static Campaign.Tasks.Specs.CalendarStory;

namespace Campaign.Tasks.Specs.Deadlines;

/// <summary>Whatever is asked of a deadline, in whatever order and how late the watch may come.</summary>
public sealed class DeadlineLifeProperties
{
    private static readonly DateTimeOffset Start = At("2024-09-23 09:00");

    [Fact]
    public void Never_more_than_two_extensions_nor_one_suspension() => ForEveryLife(life =>
        life.Count(step => step.Event is DeadlineExtended) <= 2 && life.Count(step => step.Event is ClockSuspended) <= 1);

    [Fact]
    public void Nothing_is_extended_or_suspended_once_it_is_late() => ForEveryLife(life => life.All(step =>
        step.Event is not (DeadlineExtended or ClockSuspended) || (!step.Before.Overdue && step.Before.Due >= step.At)));

    [Fact]
    public void Overdue_once_for_a_deadline_and_never_while_the_clock_stands_still() => ForEveryLife(life =>
    {
        var missed = life.Where(step => step.Event is AssignmentBecameOverdue).ToList();
        return missed.Select(step => step.Before.Due).Distinct().Count() == missed.Count
            && missed.TrueForAll(step => step.Before.Clock.Suspension is null && step.Before.Due < step.At);
    });

    [Fact]
    public void A_deadline_only_ever_goes_on_except_that_a_suspension_is_given_back() => ForEveryLife(life => life.All(step =>
        step.Event is ClockResumed
            ? step.Before.Clock.Suspension!.Due <= step.After.Due
            : step.Before.Due is null || step.After.Due >= step.Before.Due));

    [Fact]
    public void Every_decision_again_yields_nothing() => ForEveryLife(life => life.All(step => step.Again));

    private static void ForEveryLife(Func<List<Step>, bool> holds)
    {
        var commands =
            from kind in Gen.Choose(0, 4) from hours in Gen.Choose(0, 60) from days in Gen.Choose(1, 40) select (kind, hours, days);
        var lives =
            from clock in Gen.Elements(Enum.GetValues<Clock>())
            from amount in Gen.Choose(1, 9)
            from asked in Gen.ListOf(commands, 12)
            select Live(new(clock, amount), asked);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(lives.ToArbitrary(), holds));
    }

    private static List<Step> Live(Term term, IEnumerable<(int Kind, int Hours, int Days)> asked)
    {
        var (assignment, now, life) = (Assignment.Initial, Start, new List<Step>());
        var issue = new IssueAssignment("任务", "U001", new ComputedDeadline(term.From(Start, Official), term), Start);
        Take(issue.Decide);
        foreach (var (kind, hours, days) in asked)
        {
            now = now.AddHours(hours);
            Take(kind switch
            {
                0 => new ExtendDeadline("事由", assignment.Due, Official, now).Decide,
                1 => new SuspendClock(now.AddDays(days), "事由", Official, now).Decide,
                2 => new ResumeClock("事由", Official, now).Decide,
                3 => new EndSuspension(now).Decide,
                _ => new BecomeOverdue(now).Decide,
            });
        }
        return life;

        void Take(Func<Assignment, Decision> decide)
        {
            var (events, steps) = (decide(assignment).Events, new List<Step>());
            foreach (var @event in events.Cast<IAssignmentEvent>())
            {
                var before = assignment;
                assignment = assignment.Evolve(@event);
                steps.Add(new(@event, before, assignment, now, Again: true));
            }
            var again = events.Count == 0 || decide(assignment) is { Refusal: null, Events.Count: 0 };
            life.AddRange(steps.Select(step => step with { Again = again }));
        }
    }

    private sealed record Step(object Event, Assignment Before, Assignment After, DateTimeOffset At, bool Again);
}
