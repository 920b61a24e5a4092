using Campaign.EventStore;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Ledger;

/// <summary>The rounds of each case with the last deadline of each. Written in the transaction of the append.</summary>
internal sealed class RoundsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case FindingRecorded e:
                Begin(1, e.At, unit: null);
                break;
            case FindingRelapsed e:
                Begin(e.Round, e.At, e.Unit);
                break;
            case FindingRouted e:
                Set(e.Round, "unit = $4, due = $5, reported_at = NULL", e.Unit, e.Due);
                break;
            case RoutingDeclined e:
                // Declining in time takes the deadline away; declining afterwards does not.
                Set(e.Round, "unit = CASE WHEN due < $4 THEN unit END, due = CASE WHEN due < $4 THEN due END, reported_at = NULL", e.At);
                break;
            case DeadlineExtended e:
                Set(e.Round, "due = $4, extensions = extensions + 1", e.Due);
                break;
            case RectificationReported e:
                Set(e.Round, "reported_at = $4", e.At);
                break;
            case RectificationRejected e:
                Set(e.Round, "reported_at = NULL");
                break;
            case FindingStruckOff e:
                Set(e.Round, "struck_off_at = $4", e.At);
                break;
        }

        void Begin(int round, DateTimeOffset at, string? unit) => sql.Add(
            "INSERT INTO finding_rounds (street, finding, round, began_at, unit) VALUES ($1, $2, $3, $4, $5)",
            @event.Stream.Tenant, @event.Stream.Id, round, at, unit);

        void Set(int round, string assignments, params object?[] values) => sql.Add(
            $"UPDATE finding_rounds SET {assignments} WHERE street = $1 AND finding = $2 AND round = $3",
            [@event.Stream.Tenant, @event.Stream.Id, round, .. values]);
    }
}
