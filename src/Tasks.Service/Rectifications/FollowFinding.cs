using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Rectifications;

// What became of the finding becomes of its rectification, whatever state that is in: Inspections has decided, this
// service follows. A version that was followed already yields nothing.

/// <summary>交办 taken over from an old ledger.</summary>
internal sealed record TakeOverRouting(FindingRef Finding, long FindingVersion, string Unit, DateTimeOffset Due, DateTimeOffset At)
{
    public Decision Decide(Assignment assignment) => assignment.HasFollowed(FindingVersion)
        ? Decision.Nothing
        : Decision.Of(new RectificationTakenOver(Finding, FindingVersion, Unit, Due, At));
}

/// <summary>退回派单 in an old ledger. What was routed here was declined here, so its echo says nothing new.</summary>
internal sealed record FollowDecline(FindingRef Finding, long FindingVersion, string Unit, DateTimeOffset At)
{
    public Decision Decide(Assignment assignment) => assignment.IsRoutedHere() || assignment.HasFollowed(FindingVersion)
        ? Decision.Nothing
        : Decision.Of(new RectificationHandedBack(Finding, FindingVersion, Unit, At));
}

/// <summary>延期. What was routed here was extended here, so its echo says nothing new.</summary>
internal sealed record FollowExtension(FindingRef Finding, long FindingVersion, string Unit, DateTimeOffset Due, DateTimeOffset At)
{
    public Decision Decide(Assignment assignment) => assignment.IsRoutedHere() || assignment.HasFollowed(FindingVersion)
        ? Decision.Nothing
        : Decision.Of(new RectificationExtended(Finding, FindingVersion, Unit, Due, At));
}

/// <summary>超期, once per deadline.</summary>
internal sealed record FollowOverdue(FindingRef Finding, long FindingVersion, string Unit, DateTimeOffset Due)
{
    public Decision Decide(Assignment assignment) => assignment.ExceededDue == Due || assignment.HasFollowed(FindingVersion)
        ? Decision.Nothing
        : Decision.Of(new RectificationBecameOverdue(Finding, FindingVersion, Unit, Due));
}

/// <summary>复核不通过. A verdict on the work of a unit that has handed the assignment on since is too late.</summary>
internal sealed record FollowRejection(
    FindingRef Finding, long FindingVersion, string Unit, DateTimeOffset Due, string Reason, DateTimeOffset At)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        _ when assignment.HasFollowed(FindingVersion) => Decision.Nothing,
        _ when assignment.IsRoutedHere() && assignment.Unit != Unit => Decision.Nothing,
        _ => Decision.Of(new RectificationRejected(Finding, FindingVersion, Unit, Due, Reason, At)),
    };
}

/// <summary>销号.</summary>
internal sealed record FollowStrikeOff(FindingRef Finding, long FindingVersion, string Unit, DateTimeOffset Due, DateTimeOffset At)
{
    public Decision Decide(Assignment assignment) => assignment.HasFollowed(FindingVersion)
        ? Decision.Nothing
        : Decision.Of(new RectificationStruckOff(Finding, FindingVersion, Unit, Due, At));
}

/// <summary>作废, 并案.</summary>
internal sealed record FollowCallingOff(FindingRef Finding, long FindingVersion, string Reason, DateTimeOffset At)
{
    public Decision Decide(Assignment assignment) => assignment.HasFollowed(FindingVersion)
        ? Decision.Nothing
        : Decision.Of(new RectificationCalledOff(Finding, FindingVersion, Reason, At));
}
