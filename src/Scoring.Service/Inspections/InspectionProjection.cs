using Campaign.EventStore;

namespace Campaign.Scoring.Inspections;

/// <summary>The score of each inspection as it was confirmed last.</summary>
internal sealed class InspectionProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        if (@event.Data is not InspectionScored e) return;
        sql.AddRow(
            @event.Stream,
            """
            INSERT INTO visits (street, id, version, event_id, subject, kind, date, score, reference)
            SELECT * FROM unnest(
                $1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::numeric[], $9::text[])
            ON CONFLICT (street, id) DO UPDATE SET
                version = excluded.version, event_id = excluded.event_id, subject = excluded.subject, kind = excluded.kind,
                date = excluded.date, score = excluded.score, reference = excluded.reference
            WHERE visits.version < excluded.version
            """,
            street, id, e.SourceVersion, @event.Id, e.Subject, e.Kind, e.Date, e.Score, e.Reference);
    }
}
