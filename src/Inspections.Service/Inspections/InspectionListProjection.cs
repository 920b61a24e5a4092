using Campaign.EventStore;
using Campaign.Inspections.Kernel;

namespace Campaign.Inspections.Inspections;

/// <summary>One row an inspection. Written in the transaction of the append.</summary>
internal sealed class InspectionListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case InspectionPlanned e:
                sql.Add(
                    """
                    INSERT INTO inspections (
                        street, id, version, subject, kind, date, planned_until, inspector, inspected_by, venue_type, venue_name, sheet, status, items)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'Planned', '[]')
                    ON CONFLICT (street, id) DO UPDATE SET
                        version = excluded.version, subject = excluded.subject, kind = excluded.kind, date = excluded.date,
                        planned_until = excluded.planned_until, inspector = excluded.inspector, inspected_by = excluded.inspected_by,
                        venue_type = excluded.venue_type, venue_name = excluded.venue_name, sheet = excluded.sheet
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.Subject, e.Kind, e.From, e.Until, e.Inspector, e.By,
                    e.Venue?.Type, e.Venue?.Name, e.Sheet);
                break;
            case InspectionCancelled or ImportedInspectionWithdrawn:
                Set(@event, sql, "status = 'Cancelled'");
                break;
            case InspectionStarted e:
                var items = Items(e.Items);
                sql.Add(
                    """
                    INSERT INTO inspections (
                        street, id, version, subject, kind, date, inspected_by, venue_type, venue_name, sheet, sheet_version, status, score, items,
                        started_by, by_unit)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'Started', $12, $13::jsonb, $14, $15)
                    ON CONFLICT (street, id) DO UPDATE SET
                        version = excluded.version, date = excluded.date, sheet_version = excluded.sheet_version, status = excluded.status,
                        score = excluded.score, items = excluded.items, started_by = excluded.started_by,
                        by_unit = excluded.by_unit
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.Subject, e.Kind, e.Date, e.By, e.Venue?.Type, e.Venue?.Name,
                    e.Sheet, e.SheetVersion, Score.Of(items), StoredJson.Write(items), e.Reference is null ? @event.Metadata.User : null,
                    e.ByUnit is true);
                break;
            case InspectionItemScored e:
                Set(
                    @event, sql,
                    """
                    score = $4, items = (
                        SELECT jsonb_agg(CASE WHEN (item ->> 'no')::int = $5 THEN $6::jsonb ELSE item END ORDER BY position)
                        FROM jsonb_array_elements(items) WITH ORDINALITY AS i (item, position))
                    """,
                    e.Score, e.Item.No, StoredJson.Write(e.Item.ToScoredItem()));
                break;
            case InspectionItemsCorrected e:
                var corrected = Items(e.Items);
                Set(@event, sql, "score = $4, items = $5::jsonb", Score.Of(corrected), StoredJson.Write(corrected));
                break;
            case InspectionSubmitted:
                Set(@event, sql, "status = 'Submitted'");
                break;
            case InspectionConfirmed:
                Set(@event, sql, "status = 'Confirmed'");
                break;
            case DeductionBecameFinding:
                // The finding itself names its inspection.
                Set(@event, sql, "status = status");
                break;
        }
    }

    private static List<ScoredItem> Items(IReadOnlyList<Stored.ScoredItem> items) => [.. items.Select(item => item.ToScoredItem())];

    private static void Set(StreamEvent @event, SqlBatch sql, string assignments, params object?[] values) => sql.Add(
        $"UPDATE inspections SET version = $3, {assignments} WHERE street = $1 AND id = $2",
        [@event.Stream.Tenant, @event.Stream.Id, @event.Version, .. values]);
}
