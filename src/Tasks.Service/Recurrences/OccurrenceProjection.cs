using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rosters;

namespace Campaign.Tasks.Recurrences;

/// <summary>What recurrences and rosters are, which slots their assignments fill, and what was recorded for them.</summary>
internal sealed class OccurrenceProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = (@event.Stream.Tenant, @event.Stream.Id);
        switch (@event.Data)
        {
            case RecurrenceArranged e:
                var terms = e.Terms.ToRecurrenceTerms();
                Arranged(@event, sql, AssignmentKind.Recurring, e.Code, terms, dated: !terms.Rule.IsQuota);
                break;
            case RosterArranged e:
                Arranged(@event, sql, AssignmentKind.Roster, e.Code, e.Terms.ToRosterTerms(), dated: true);
                break;
            case SeriesStopped e:
                sql.Add("UPDATE series SET version = $3, stopped_on = $4 WHERE street = $1 AND id = $2", street, id, @event.Version, e.Effective);
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
            case DutyCheckedIn e:
                sql.Add(
                    """
                    INSERT INTO check_ins (street, assignment_id, ordinal, people, accounts, at, longitude, latitude, metres, away, reported_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                    """,
                    street, id, @event.Version, e.People, e.Accounts.ToArray(), e.At, e.Place?.Longitude, e.Place?.Latitude, e.Metres, e.Away,
                    e.ReportedAt);
                sql.Add(
                    "UPDATE occurrences SET people_present = people_present + $3, away = away + $4 WHERE street = $1 AND id = $2",
                    street, id, e.People, e.Away ? e.People : 0);
                sql.Add("UPDATE assignments SET version = $3 WHERE street = $1 AND id = $2", street, id, @event.Version);
                break;
            case AssignmentSubmitted:
                sql.Add("UPDATE occurrences SET short_reason = NULL WHERE street = $1 AND id = $2", street, id);
                break;
            case DutyShortStaffed e:
                sql.Add("UPDATE occurrences SET short_reason = $3 WHERE street = $1 AND id = $2", street, id, e.Reason);
                sql.Add("UPDATE assignments SET version = $3 WHERE street = $1 AND id = $2", street, id, @event.Version);
                break;
        }
    }

    private static void Arranged(StreamEvent @event, SqlBatch sql, AssignmentKind kind, string code, ISchedule terms, bool dated) => sql.Add(
        """
        INSERT INTO series (street, id, version, kind, code, title, dated, first_day, last_day) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (street, id) DO UPDATE SET version = excluded.version, title = excluded.title, dated = series.dated OR excluded.dated,
            first_day = excluded.first_day, last_day = excluded.last_day, stopped_on = NULL
        """,
        @event.Stream.Tenant, @event.Stream.Id, @event.Version, kind.ToString(), code, terms.Title, dated, terms.From, terms.Until);
}
