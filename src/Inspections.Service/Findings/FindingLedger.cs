using Campaign.EventStore;
using Campaign.Inspections.Ledger;

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
                    INSERT INTO findings (street, id, version, status, case_number, category, category_version, severity, description,
                                          longitude, latitude, address, road_section, community, community_by_boundary,
                                          given_system, given_longitude, given_latitude, before_photos, inspection_id, recorded_at, grams)
                    VALUES ($1, $2, $3, 'Recorded', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.CaseNumber, e.Category, e.CategoryVersion, e.Severity, e.Description,
                    e.Place.Longitude, e.Place.Latitude, e.Place.Address, e.Place.RoadSection, e.Place.Community, e.Place.CommunityByBoundary,
                    e.Place.Given?.System, e.Place.Given?.Longitude, e.Place.Given?.Latitude, e.Photos.ToArray(), e.InspectionId, e.At,
                    Grams.Of(e.CaseNumber, e.Place.Address, e.Place.RoadSection, e.Description));
                break;
            case DuplicateProposed or RelapseProposed or ProposalDismissed:
                Set(@event, sql);
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
                Set(@event, sql,
                    "status = 'Recorded', round = $4, due = NULL, overdue = false, struck_off_at = NULL, before_photos = before_photos || $5::text[]",
                    e.Round, e.Photos?.ToArray() ?? []);
                break;
            case FindingVoided e:
                Set(@event, sql, "status = 'Voided', closed_at = $4, closing_reason = $5", e.At, e.Reason);
                break;
            case FindingMerged e:
                Set(@event, sql, "status = 'Merged', closed_at = $4, merged_into = $5", e.At, e.Into);
                break;
            case FindingForciblyClosed e:
                Set(@event, sql, "status = 'ForcedClosed', closed_at = $4, closing_reason = $5", e.At, e.Reason);
                break;
        }
    }

    private static void Set(StreamEvent @event, SqlBatch sql, string? assignments = null, params object?[] values) => sql.Add(
        $"UPDATE findings SET version = $3{(assignments is null ? "" : ", ")}{assignments} WHERE street = $1 AND id = $2",
        [@event.Stream.Tenant, @event.Stream.Id, @event.Version, .. values]);
}
