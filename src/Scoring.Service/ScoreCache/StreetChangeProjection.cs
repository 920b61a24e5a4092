using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.ScoreCache;

/// <summary>
/// Counts what is appended to a street's streams. Every connection counts in rows of its own, so that appends do not wait for one
/// another; what closing, correction and publication append to many streams at once is left out, and so is a sheet before its score is
/// confirmed: open months are not computed from them.
/// </summary>
internal sealed class StreetChangeProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is IMovesNoOpenMonth) return;
        sql.AddUnordered(
            """
            INSERT INTO street_changes AS counted (street, shard, changes)
            SELECT street, pg_backend_pid() % 32, count(*) FROM unnest($1::text[]) AS c (street) GROUP BY street ORDER BY street
            ON CONFLICT (street, shard) DO UPDATE SET changes = counted.changes + excluded.changes
            """,
            @event.Stream.Tenant);
    }
}
