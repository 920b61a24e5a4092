using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>What became of every intent, and the inbox of conflicts. Written in the transaction of the append.</summary>
internal sealed class SyncProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case IntentApplied e:
                Taken(@event, sql, e.Sequence, e.Intent, IntentFate.Applied, e.Target, version: e.Version);
                break;
            case IntentRefused e:
                Taken(@event, sql, e.Sequence, e.Intent, IntentFate.Refused, e.Target, rule: e.Rule, detail: e.Detail, pointer: e.Pointer);
                break;
            case IntentConflicted e:
                Taken(@event, sql, e.Sequence, e.Intent, IntentFate.Conflicted, e.Target, conflict: e.Conflict);
                break;
            case IntentHeld e:
                Taken(@event, sql, e.Sequence, e.Intent, IntentFate.Held, e.Target, conflict: e.Conflict);
                break;
            case IntentRepeated e:
                Taken(@event, sql, e.Sequence, e.Intent, IntentFate.Repeated);
                break;
            case ConflictRaised e:
                sql.Add(
                    """
                    INSERT INTO sync_conflicts (street, id, version, device, client, account, target, kind, raised_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.Device, e.Client, e.Account, e.Target, e.Kind, e.RaisedAt);
                break;
            case ConflictJoined:
                sql.Add(
                    "UPDATE sync_conflicts SET version = $3, waiting = waiting + 1 WHERE street = $1 AND id = $2",
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version);
                break;
            case ConflictResolved e:
                sql.Add(
                    """
                    UPDATE sync_conflicts SET version = $3, state = 'Resolved', take = $4, reason = $5, applied = $6, resolved_at = $7
                    WHERE street = $1 AND id = $2
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.Take, e.Reason, e.Applied.ToArray(), e.At);
                break;
        }
    }

    private static void Taken(
        StreamEvent @event, SqlBatch sql, long sequence, Guid intent, IntentFate outcome, Guid? target = null, long? version = null,
        string? rule = null, string? detail = null, string? pointer = null, Guid? conflict = null) => sql.Add(
        """
        INSERT INTO sync_intents (street, device, sequence, intent, outcome, target, version, rule, detail, pointer, conflict)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        @event.Stream.Tenant, @event.Stream.Id, sequence, intent, outcome, target, version, rule, detail, pointer, conflict);
}
