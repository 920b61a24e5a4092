using Campaign.EventStore;
using Campaign.Scoring.Bulletins;

namespace Campaign.Scoring.Months;

/// <summary>
/// Counts what is appended to a street's streams. Spread over several rows, so that appends do not wait for one another; what
/// closing and publication append to many streams at once is left out: open months are not computed from it.
/// </summary>
internal sealed class StreetChangeProjection : IProjection
{
    private const int Shards = 32;

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is MonthClosed or ScorecardClosed or MonthPublished or BulletinPublished) return;
        sql.Add(
            """
            INSERT INTO street_changes AS counted (street, shard, changes) VALUES ($1, $2, 1)
            ON CONFLICT (street, shard) DO UPDATE SET changes = counted.changes + 1
            """,
            @event.Stream.Tenant, @event.Stream.Id.ToByteArray()[^1] % Shards);
    }
}
