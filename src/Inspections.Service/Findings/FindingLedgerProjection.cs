using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Findings;

/// <summary>台账: one row a finding, struck through when done, never deleted. Written in the transaction of the append.</summary>
internal sealed class FindingLedgerProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var row = Row.Of(@event.Stream).With("version", @event.Version);
        switch (@event.Data)
        {
            case CaseNumberTaken:
                sql.AddUnordered(
                    """
                    INSERT INTO case_registers AS r (street, id, last)
                    SELECT street, id, max(last) FROM unnest($1::text[], $2::uuid[], $3::bigint[]) AS taken (street, id, last)
                    GROUP BY street, id
                    ON CONFLICT (street, id) DO UPDATE SET last = greatest(r.last, excluded.last)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version);
                break;
            case FindingRecorded e:
                row.With("status", FindingStatus.Recorded).With("case_number", e.CaseNumber)
                    .With("category", e.Category).With("category_version", e.CategoryVersion).With("severity", e.Severity)
                    .With("description", e.Description).With("longitude", e.Place.Longitude).With("latitude", e.Place.Latitude)
                    .With("address", e.Place.Address).With("road_section", e.Place.RoadSection)
                    .With("community", e.Place.Community).With("community_by_boundary", e.Place.CommunityByBoundary)
                    .With("metres_from_community", e.Place.MetresFromCommunity)
                    .With("given_system", e.Place.Given?.System)
                    .With("given_longitude", e.Place.Given?.Longitude).With("given_latitude", e.Place.Given?.Latitude)
                    .With("before_photos", e.Photos).With("inspection_id", e.InspectionId).With("recorded_at", e.At)
                    .With("grams", Bigrams.Of(e.CaseNumber, e.Place.Address, e.Place.RoadSection, e.Description))
                    .InsertInto("findings", sql);
                break;
            case DuplicateProposed or RelapseProposed or ProposalDismissed:
                Update();
                break;
            case BeforePhotosAdded e:
                row.Given("more", e.Photos);
                Update("before_photos = t.before_photos || given.more");
                break;
            case FindingRouted e:
                row.With("status", FindingStatus.Routed).With("unit", e.Unit).With("cooperating_units", e.CooperatingUnits)
                    .With("due", e.Due)
                    .With("overdue", false).Given("at", e.At);
                Update("routed_at = coalesce(t.routed_at, given.at), suspended_until = NULL");
                break;
            case FindingAcknowledged:
                row.With("status", FindingStatus.Accepted);
                Update();
                break;
            case RoutingDeclined:
                row.With("status", FindingStatus.Recorded);
                Update("unit = NULL, cooperating_units = '{}', due = NULL, overdue = false, suspended_until = NULL");
                break;
            case DeadlineExtended e:
                row.With("due", e.Due).With("overdue", false).Given("until", e.SuspendedUntil);
                Update("suspended_until = coalesce(given.until, t.suspended_until)");
                break;
            case FindingBecameOverdue:
                row.With("overdue", true);
                Update();
                break;
            case RectificationReported e:
                row.With("status", FindingStatus.Reported).With("after_photos", e.Photos).With("on_site", e.OnSite is true);
                Update();
                break;
            case RectificationRejected:
                row.With("status", FindingStatus.Accepted);
                Update("rejections = t.rejections + 1");
                break;
            case VerificationAttempted:
                Update();
                break;
            case FindingStruckOff e:
                row.With("status", FindingStatus.StruckOff).With("struck_off_at", e.At);
                if (e is { OnSite: true, Photos: { } taken }) row.With("after_photos", taken);
                Update();
                break;
            case FindingRelapsed e:
                row.With("status", FindingStatus.Recorded).With("round", e.Round).With("overdue", false).With("on_site", false)
                    .Given("more", e.Photos ?? []);
                Update("due = NULL, suspended_until = NULL, struck_off_at = NULL, before_photos = t.before_photos || given.more");
                break;
            case FindingVoided e:
                row.With("status", FindingStatus.Voided).With("closed_at", e.At).With("closing_reason", e.Reason);
                Update();
                break;
            case ImportedFindingWithdrawn e:
                // Not closed on any day: no period counts it among the voided.
                row.With("status", FindingStatus.Voided).With("closing_reason", $"撤回导入：{e.Reason}");
                Update();
                break;
            case FindingMerged e:
                row.With("status", FindingStatus.Merged).With("closed_at", e.At).With("merged_into", e.Into);
                Update();
                break;
            case FindingForciblyClosed e:
                row.With("status", FindingStatus.ForcedClosed).With("closed_at", e.At).With("closing_reason", e.Reason);
                Update();
                break;
        }

        void Update(string? expressions = null) => row.Update("findings", sql, expressions);
    }
}
