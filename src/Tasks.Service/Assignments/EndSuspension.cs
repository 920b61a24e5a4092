using Campaign.EventStore;
using Campaign.Tasks.DueDates;

namespace Campaign.Tasks.Assignments;

/// <summary>The suspension ends by itself, as of its end, with the deadline that was counted when it began.</summary>
internal sealed record EndSuspension(DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => Ended(assignment) is { } resumed ? Decision.Of(resumed) : Decision.Nothing;

    public ClockResumed? Ended(Assignment assignment) =>
        assignment is { IsOpen: true, Due: { } due, Clock.Suspension: { } stopped } && stopped.Until <= Now
            ? new(assignment.Unit, due, Reason: null, stopped.Until, [])
            : null;
}
