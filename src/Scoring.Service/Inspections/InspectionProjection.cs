using Campaign.EventStore;

namespace Campaign.Scoring.Inspections;

/// <summary>The score of each inspection as it was confirmed last; none of one that was taken back.</summary>
internal sealed class InspectionProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case InspectionScored e:
                Keep(e.SourceVersion, e.Subject, e.Kind, e.Date, e.Score, e.Reference, withdrawn: false);
                break;
            case InspectionWithdrawn e:
                Keep(e.SourceVersion, e.Subject, e.Kind, e.Date, score: null, reference: null, withdrawn: true);
                break;
        }

        void Keep(
            long version, string subject, string kind, DateOnly date, decimal? score, string? reference, bool withdrawn) => sql.AddRow(
            @event.Stream,
            """
            INSERT INTO visits (street, id, version, event_id, subject, kind, date, score, reference, withdrawn)
            SELECT * FROM unnest(
                $1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::numeric[], $9::text[],
                $10::boolean[])
            ON CONFLICT (street, id) DO UPDATE SET
                version = excluded.version, event_id = excluded.event_id, subject = excluded.subject, kind = excluded.kind,
                date = excluded.date, score = excluded.score, reference = excluded.reference, withdrawn = excluded.withdrawn
            WHERE visits.version < excluded.version
            """,
            @event.Stream.Tenant, @event.Stream.Id, version, @event.Id, subject, kind, date, score, reference, withdrawn);
    }
}
