using Campaign.EventStore;

namespace Campaign.Scoring.Assignments;

internal sealed class OverdueAssignmentProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = @event.Stream;
        if (@event.Data is not AssignmentBecameOverdue missed) return;
        sql.AddRow(
            @event.Stream,
            """
            INSERT INTO missed_deadlines (street, id, version, event_id, title, unit, due)
            SELECT * FROM unnest($1::text[], $2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[])
            """,
            street, id, missed.SourceVersion, @event.Id, missed.Title, missed.Unit, missed.Due);
    }
}
