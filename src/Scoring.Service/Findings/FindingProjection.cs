using Campaign.EventStore;

namespace Campaign.Scoring.Findings;

/// <summary>The facts of findings as rows, from which a month is read in one go.</summary>
internal sealed class FindingProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        if (FindingFact.Of(@event) is { } fact)
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
        else if (@event.Data is RectificationReported handled)
        {
            sql.AddRow(
                @event.Stream,
                """
                INSERT INTO case_handlings (street, assignment_id, version, case_id, round, at)
                SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::int[], $6::timestamptz[])
                """,
                street, id, handled.SourceVersion, handled.CaseId, handled.Round, handled.At);
        }
    }
}
