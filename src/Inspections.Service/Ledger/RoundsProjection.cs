using Campaign.EventStore;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Ledger;

/// <summary>The rounds of each finding with the last deadline of each. Written in the transaction of the append.</summary>
internal sealed class RoundsProjection : IProjection
{
    private const string Table = "finding_rounds";

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case FindingRecorded e:
                Round(1).With("began_at", e.At).InsertInto(Table, sql);
                break;
            case FindingRelapsed e:
                Round(e.Round).With("began_at", e.At).With("unit", e.Unit).InsertInto(Table, sql);
                break;
            case FindingRouted e:
                Round(e.Round).With("unit", e.Unit).With("due", e.Due).Update(Table, sql, "reported_at = NULL");
                break;
            case RoutingDeclined e:
                // Declining in time takes the deadline away; declining afterwards does not.
                Round(e.Round).Given("at", e.At).Update(
                    Table, sql,
                    "unit = CASE WHEN t.due < given.at THEN t.unit END, due = CASE WHEN t.due < given.at THEN t.due END, reported_at = NULL");
                break;
            case DeadlineExtended e:
                Round(e.Round).With("due", e.Due).Update(Table, sql, "extensions = t.extensions + 1");
                break;
            case RectificationReported e:
                Round(e.Round).With("reported_at", e.At).Update(Table, sql);
                break;
            case RectificationRejected e:
                Round(e.Round).Update(Table, sql, "reported_at = NULL");
                break;
            case FindingStruckOff e:
                Round(e.Round).With("struck_off_at", e.At).Update(Table, sql);
                break;
        }

        Row Round(int round) => Row.Of(@event.Stream, "finding").Key("round", round);
    }
}
