using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;

namespace Campaign.Tasks.Countdown;

/// <summary>A deadline goes with the evaluation date by as many days, with what it was extended by.</summary>
internal sealed record MoveDeadline(DateOnly Date, string Reason, DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) =>
        assignment is { IsOpen: true, Due: { } due, Clock.Anchor: { } anchor } && anchor.EvaluationDate != Date
        ? assignment.OverdueThen(Now, new DeadlineMoved(assignment.Unit, due, Moved(due, anchor.EvaluationDate, Date), Reason, Now, Date))
        : Decision.Nothing;

    public static DateTimeOffset Moved(DateTimeOffset due, DateOnly from, DateOnly to) => due.AddDays(to.DayNumber - from.DayNumber);
}
