using Campaign.EventStore;
using Campaign.Scoring.Cases;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Visits;

namespace Campaign.Scoring.Sources;

/// <summary>The facts as rows, from which a month is read in one go; and how many there are of each source.</summary>
internal sealed class SourceProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        if (Source.VersionOf(@event.Data) is null) return;
        // A fact is appended once, so the version of the stream is the number of distinct facts.
        sql.AddRow(
            @event.Stream,
            """
            INSERT INTO sources (street, id, facts) SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[])
            ON CONFLICT (street, id) DO UPDATE SET facts = excluded.facts
            """,
            street, id, @event.Version);
        if (CaseFact.Of(@event) is { } fact)
        {
            sql.AddRow(
                @event.Stream,
                """
                INSERT INTO case_facts (street, case_id, version, kind, event_id, case_number, round, unit, due, at)
                SELECT * FROM unnest(
                    $1::text[], $2::uuid[], $3::bigint[], $4::text[], $5::uuid[], $6::text[], $7::int[], $8::text[], $9::timestamptz[], $10::timestamptz[])
                """,
                street, id, fact.Version, fact.Kind.ToString(), fact.EventId, fact.CaseNumber, fact.Round, fact.Unit,
                fact.Due, fact.At);
        }
        else if (@event.Data is CaseHandled handled)
        {
            sql.AddRow(
                @event.Stream,
                """
                INSERT INTO case_handlings (street, assignment_id, version, case_id, round, at)
                SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::int[], $6::timestamptz[])
                """,
                street, id, handled.SourceVersion, handled.CaseId, handled.Round, handled.At);
        }
        else if (@event.Data is InspectionTaken e)
        {
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
        else if (@event.Data is AssignmentMissedDeadline missed)
        {
            sql.AddRow(
                @event.Stream,
                """
                INSERT INTO missed_deadlines (street, id, version, event_id, title, unit, due)
                SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
                """,
                street, id, missed.SourceVersion, @event.Id, missed.Title, missed.Unit, missed.Due);
        }
    }
}
