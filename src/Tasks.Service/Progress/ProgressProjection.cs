using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Web;

namespace Campaign.Tasks.Progress;

/// <summary>
/// Every report with its quantities. A submission is one too; where it names quantities, it corrects the unit's submission before.
/// </summary>
internal sealed class ProgressProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case ProgressReported e:
                Add(@event, sql, ReportSource.Progress, e);
                Correct(@event, sql, e.Report);
                Row.Of(@event.Stream).With("version", @event.Version).Given("reported", e.Percent)
                    .Update(AssignmentListProjection.Table, sql, "percent = coalesce(given.reported, t.percent)");
                break;
            case AssignmentSubmitted e:
                var (report, day) = (@event.Id, ChinaTime.DateOf(e.At));
                Add(@event, sql, ReportSource.Submission, new(report, e.Unit, e.Note, null, e.Quantities ?? [], e.Photos, day, null, e.At));
                if (e.Quantities is null) break;
                CorrectLastSubmission(@event, sql, report, e.Unit);
                Correct(@event, sql, report);
                break;
        }
    }

    private static void Add(StreamEvent @event, SqlBatch sql, ReportSource source, ProgressReported report)
    {
        var (street, assignment) = (@event.Stream.Tenant, @event.Stream.Id);
        sql.Add(
            """
            INSERT INTO progress_reports (street, assignment_id, report, source, unit, on_day, at, note, percent, photos, replaces)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """,
            street, assignment, report.Report, source, report.Unit, report.On, report.At, report.Note, report.Percent,
            report.Photos.ToArray(),
            report.Replaces);
        foreach (var (place, quantity) in report.Quantities.Index())
        {
            sql.Add(
                """
                INSERT INTO reported_quantities (street, assignment_id, id, report, place, item, amount, measure)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                street, assignment, DeterministicGuid.From(report.Report, $"{place}"), report.Report, place,
                quantity.Item, quantity.Amount, quantity.Unit);
        }
    }

    private static void CorrectLastSubmission(StreamEvent @event, SqlBatch sql, Guid report, string unit) => sql.Add(
        """
        UPDATE progress_reports SET replaces = (
            SELECT report FROM progress_reports r
            WHERE street = $1 AND assignment_id = $2 AND report <> $3 AND source = 'Submission' AND unit = $4 AND NOT corrected
              AND EXISTS (SELECT 1 FROM reported_quantities q
                          WHERE q.street = r.street AND q.assignment_id = r.assignment_id AND q.report = r.report))
        WHERE street = $1 AND assignment_id = $2 AND report = $3
        """,
        @event.Stream.Tenant, @event.Stream.Id, report, unit);

    /// <summary>What the report replaces counts no more.</summary>
    private static void Correct(StreamEvent @event, SqlBatch sql, Guid report) => sql.Add(
        """
        UPDATE progress_reports SET corrected = true
        WHERE street = $1 AND assignment_id = $2
          AND report = (SELECT replaces FROM progress_reports WHERE street = $1 AND assignment_id = $2 AND report = $3)
        """,
        @event.Stream.Tenant, @event.Stream.Id, report);
}
