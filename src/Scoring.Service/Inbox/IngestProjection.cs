using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Inbox;

/// <summary>How many facts each stream elsewhere has told.</summary>
internal sealed class IngestProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        if (@event.Data is not IInboundEvent) return;
        // A fact is appended once, so the version of the stream is the number of distinct facts.
        sql.AddRow(
            @event.Stream,
            """
            INSERT INTO sources (street, id, facts) SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[])
            ON CONFLICT (street, id) DO UPDATE SET facts = excluded.facts
            """,
            street, id, @event.Version);
    }
}
