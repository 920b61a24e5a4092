using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Npgsql;

namespace Campaign.Tasks.Recurrences;

/// <summary>错过: what was not submitted while it could be made good. Late it was too, even if nobody looked in between.</summary>
internal sealed record MissOccurrence(DateTimeOffset Now)
{
    public Decision Decide(Assignment assignment)
    {
        if (!assignment.IsWithUnit || assignment.MissedAt() is not { } missed || missed >= Now) return Decision.Nothing;
        var late = new BecomeOverdue(Now).Decide(assignment).Events;
        return Decision.Of([.. late, new OccurrenceMissed(assignment.Kind, assignment.Title, assignment.Unit, missed)]);
    }
}

internal sealed class MissedWatch(
    AssignmentKinds kinds, IEventStore store, NpgsqlDataSource database, TimeProvider clock, ILogger<MissedWatch> log)
    : DeadlineWatch<Assignment>(store, database, clock, log)
{
    protected override string PastDue { get; } =
        $"""
         SELECT street, id FROM assignments JOIN occurrences USING (street, id)
         WHERE due < @now AND kind IN ({kinds.ListOf(kind => kind.Recurs)}) AND status IN ('Issued', 'Acknowledged', 'Returned')
           AND missed_at < @now
         ORDER BY due LIMIT @PageSize
         """;

    protected override Decision Decide(Assignment assignment, DateTimeOffset now) => new MissOccurrence(now).Decide(assignment);
}
