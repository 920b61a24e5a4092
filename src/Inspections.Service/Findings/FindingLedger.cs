using Campaign.EventStore;

namespace Campaign.Inspections.Findings;

/// <summary>台账: one row a case, struck through when done, never deleted. Written in the transaction of the append.</summary>
internal sealed class FindingLedgerProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case CaseNumberTaken:
                sql.Add(
                    "INSERT INTO case_registers (street, id, last) VALUES ($1, $2, $3) ON CONFLICT (street, id) DO UPDATE SET last = excluded.last",
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version);
                break;
            case FindingRecorded e:
                sql.Add(
                    """
                    INSERT INTO findings (street, id, version, status, case_number, category, severity, description,
                                          longitude, latitude, address, community, before_photos, inspection_id, recorded_at)
                    VALUES ($1, $2, $3, 'Recorded', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.CaseNumber, e.Category, e.Severity.ToString(), e.Description,
                    e.Place.Longitude, e.Place.Latitude, e.Place.Address, e.Place.Community, e.Photos.ToArray(), e.InspectionId, e.At);
                break;
            case BeforePhotosAdded e:
                Set(@event, sql, "before_photos = before_photos || $4::text[]", (object)e.Photos.ToArray());
                break;
            case FindingRouted e:
                Set(@event, sql,
                    "status = 'Routed', unit = $4, cooperating_units = $5, due = $6, overdue = false, routed_at = coalesce(routed_at, $7)",
                    e.Unit, e.CooperatingUnits.ToArray(), e.Due, e.At);
                break;
            case FindingAccepted:
                Set(@event, sql, "status = 'Accepted'");
                break;
            case RoutingDeclined:
                Set(@event, sql, "status = 'Recorded', unit = NULL, cooperating_units = '{}', due = NULL, overdue = false");
                break;
            case DeadlineExtended e:
                Set(@event, sql, "due = $4, overdue = false", e.Due);
                break;
            case FindingBecameOverdue:
                Set(@event, sql, "overdue = true");
                break;
            case RectificationReported e:
                Set(@event, sql, "status = 'Reported', after_photos = $4::text[]", (object)e.Photos.ToArray());
                break;
            case RectificationRejected:
                Set(@event, sql, "status = 'Accepted', rejections = rejections + 1");
                break;
            case FindingStruckOff e:
                Set(@event, sql, "status = 'StruckOff', struck_off_at = $4", e.At);
                break;
            case FindingRelapsed e:
                Set(@event, sql, "status = 'Recorded', round = $4, due = NULL, overdue = false, struck_off_at = NULL", e.Round);
                break;
            case FindingVoided:
                Set(@event, sql, "status = 'Voided'");
                break;
            case FindingMerged:
                Set(@event, sql, "status = 'Merged'");
                break;
        }
    }

    private static void Set(StreamEvent @event, SqlBatch sql, string assignments, params object?[] values) => sql.Add(
        $"UPDATE findings SET version = $3, {assignments} WHERE street = $1 AND id = $2",
        [@event.Stream.Tenant, @event.Stream.Id, @event.Version, .. values]);
}
