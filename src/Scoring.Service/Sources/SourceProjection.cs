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
        sql.Add(
            "INSERT INTO sources (street, id, facts) VALUES ($1, $2, $3) ON CONFLICT (street, id) DO UPDATE SET facts = excluded.facts",
            street, id, @event.Version);
        if (CaseFact.Of(@event) is { } fact)
        {
            sql.Add(
                """
                INSERT INTO case_facts (street, case_id, version, kind, event_id, case_number, round, unit, due, at)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                street, id, fact.Version, fact.Kind.ToString(), fact.EventId, fact.CaseNumber, fact.Round, fact.Unit,
                fact.Due, fact.At);
        }
        else if (@event.Data is CaseHandled handled)
        {
            sql.Add(
                "INSERT INTO case_handlings (street, assignment_id, version, case_id, round, at) VALUES ($1, $2, $3, $4, $5, $6)",
                street, id, handled.SourceVersion, handled.CaseId, handled.Round, handled.At);
        }
        else if (@event.Data is InspectionTaken e)
        {
            sql.Add(
                """
                INSERT INTO visits (street, id, version, event_id, subject, kind, date, score, reference)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                ON CONFLICT (street, id) DO UPDATE SET version = $3, event_id = $4, subject = $5, kind = $6, date = $7, score = $8, reference = $9
                WHERE visits.version < $3
                """,
                street, id, e.SourceVersion, @event.Id, e.Subject, e.Kind, e.Date, e.Score, e.Reference);
        }
        else if (@event.Data is AssignmentMissedDeadline missed)
        {
            sql.Add(
                "INSERT INTO missed_deadlines (street, id, version, event_id, title, unit, due) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                street, id, missed.SourceVersion, @event.Id, missed.Title, missed.Unit, missed.Due);
        }
    }
}
