using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Rosters;

/// <summary>Who was there for a duty, beside its occurrence.</summary>
internal sealed class DutyProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var (street, id) = (@event.Stream.Tenant, @event.Stream.Id);
        switch (@event.Data)
        {
            case DutyCheckedIn e:
                sql.Add(
                    """
                    INSERT INTO check_ins (street, assignment_id, ordinal, people, accounts, at, longitude, latitude, metres, away,
                        reported_at)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                    """,
                    street, id, @event.Version, e.People, e.Accounts.ToArray(), e.At, e.Place?.Longitude, e.Place?.Latitude,
                    e.Metres, e.Away,
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
}
