using Campaign.EventStore;

namespace Campaign.Inspections.Covert;

internal sealed class DrawListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case DrawSealed e:
                sql.Add(
                    """
                    INSERT INTO draws (street, id, version, pool, count, commitment, sealed_at, sealed_until)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.Pool.ToArray(), e.Count, e.Commitment, e.At, e.Until);
                break;
            case DrawRevealed e:
                sql.Add(
                    "UPDATE draws SET version = $3, revealed_at = $4, salt = $5, targets = $6 WHERE street = $1 AND id = $2",
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.At, e.Salt, e.Targets.ToArray());
                break;
        }
    }
}
