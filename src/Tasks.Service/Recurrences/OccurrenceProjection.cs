using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Calendars;

namespace Campaign.Tasks.Recurrences;

/// <summary>What recurrences and rosters are, which slots their assignments fill, and what was recorded for quotas.</summary>
internal sealed class OccurrenceProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = (@event.Stream.Tenant, @event.Stream.Id);
        switch (@event.Data)
        {
            case IScheduleArranged e:
                Arranged(@event, sql, e.Code, e.ToSchedule());
                break;
            case SeriesStopped e:
                sql.Add("UPDATE series SET version = $3, stopped_on = $4 WHERE street = $1 AND id = $2", street, id,
                    @event.Version, e.Effective);
                break;
            case AssignmentIssued { Occurrence: { } o } e:
                sql.Add(
                    """
                    INSERT INTO occurrences (street, id, series, revision, slot, start_at, due_at, missed_at, people_needed)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    """,
                    street, id, o.Recurrence, o.Revision, o.Slot, o.Start, e.Due, o.Missed, o.Duty?.People);
                break;
            case QuotaRecorded e:
                sql.Add(
                    "INSERT INTO quota_records (street, series, unit, ordinal, day, note, photos, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                    street, e.Recurrence, e.Unit, @event.Version, e.Date, e.Note, e.Photos.ToArray(), e.At);
                break;
            case OccurrenceMissed e:
                Row.Of(@event.Stream).With("version", @event.Version).With("status", AssignmentStatus.Missed).With("since", e.Missed)
                    .Update(AssignmentListProjection.Table, sql);
                break;
        }
    }

    private static void Arranged(StreamEvent @event, SqlBatch sql, string code, ISchedule terms) => sql.Add(
        """
        INSERT INTO series (street, id, version, kind, code, title, dated, first_day, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (street, id) DO UPDATE SET version = excluded.version, title = excluded.title, dated = series.dated OR excluded.dated,
            first_day = excluded.first_day, last_day = excluded.last_day, stopped_on = NULL
        """,
        @event.Stream.Tenant, @event.Stream.Id, @event.Version, terms.KindOfAssignments().ToString(), code, terms.Title, terms.IsDated(),
        terms.From, terms.Until);
}
