using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Npgsql;

namespace Campaign.Tasks.Assignments;

/// <summary>超期: once per deadline, as of the deadline. Whether a rectification is, its finding says.</summary>
internal sealed record BecomeOverdue(DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment) => OverdueRule.Unnoted(assignment, Now) is { } missed
        ? new EndSuspension(Now).Ended(assignment) is { } resumed ? Decision.Of(resumed, missed) : Decision.Of(missed)
        : Decision.Nothing;
}

internal static class OverdueRule
{
    /// <summary>The deadline has passed, whether or not that was noted already.</summary>
    public static bool IsOverdue(this Assignment assignment, DateTimeOffset now) => assignment.Overdue || assignment.Due < now;

    /// <summary>The fact that a deadline has passed, unless it was stated already.</summary>
    public static AssignmentBecameOverdue? Unnoted(Assignment assignment, DateTimeOffset now) =>
        assignment is { FollowsFinding: false, IsOpen: true, Overdue: false, Due: { } due } && due < now
            ? new(assignment.Kind, assignment.Title, assignment.Unit, due)
            : null;

    /// <summary>What happens after a missed deadline comes after that fact, whether or not the watch was there in time.</summary>
    public static Decision OverdueThen(this Assignment assignment, DateTimeOffset now, object then)
    {
        var (noted, _) = new BecomeOverdue(now).Decide(assignment);
        return Decision.Of([.. noted, then]);
    }
}

internal sealed class OverdueWatch(
    AssignmentKinds kinds, IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<OverdueWatch> log)
    : DeadlineWatch<Assignment>(store, database, clock, log)
{
    protected override string PastDue { get; } =
        $"""
         SELECT street, id FROM assignments
         WHERE due < @now AND kind NOT IN ({kinds.ListOf(kind => kind.FollowsFinding)})
           AND status IN ('Issued', 'Acknowledged', 'Submitted', 'Returned') AND exceeded_due IS DISTINCT FROM due
         ORDER BY due LIMIT @PageSize
         """;

    protected override Decision Decide(Assignment assignment, DateTimeOffset now) => new BecomeOverdue(now).Decide(assignment);
}
