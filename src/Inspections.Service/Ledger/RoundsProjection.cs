using Campaign.EventStore;
using Campaign.Inspections.Findings;

namespace Campaign.Inspections.Ledger;

/// <summary>
/// The rounds of each finding and the deadlines of each round. Written in the transaction of the append. Moments are kept, not what follows
/// from them: <c>Campaign.Figures</c> says that, as of whatever moment is asked about.
/// </summary>
internal sealed class RoundsProjection : IProjection
{
    private const string Table = "finding_rounds";
    private const string Deadlines = "finding_deadlines";

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case FindingRecorded e:
                Round(1).With("began_at", e.At).InsertInto(Table, sql);
                break;
            case FindingRelapsed e:
                Round(e.Round).With("began_at", e.At).With("against", e.Unit).InsertInto(Table, sql);
                break;
            case FindingRouted e:
                Happened(e.Round, e.At, "routed_at = least(t.routed_at, given.at), assigned_at = t.assigned_at || given.at");
                Stands(e.Round, e.Unit, e.Due, e.At);
                break;
            case RoutingDeclined e:
                Happened(e.Round, e.At, "assigned_at = t.assigned_at || given.at");
                // Declining in time takes the deadline away; declining afterwards does not.
                Round(e.Round).Given("at", e.At).Update(
                    Deadlines, sql,
                    "stands_until = CASE WHEN given.at <= t.due THEN least(t.stands_until, given.at) ELSE t.stands_until END");
                break;
            case DeadlineExtended e:
                Happened(e.Round, e.At, "extended_at = least(t.extended_at, given.at)");
                Stands(e.Round, e.Unit, e.Due, e.At);
                break;
            case RectificationReported e:
                Happened(e.Round, e.At, "reported_at = t.reported_at || given.at");
                break;
            case RectificationRejected e:
                Happened(e.Round, e.At, "rejected_at = t.rejected_at || given.at");
                break;
            case FindingStruckOff e:
                Happened(e.Round, e.At, "struck_off_at = least(t.struck_off_at, given.at), ended_at = least(t.ended_at, given.at)");
                break;
            case FindingForciblyClosed e:
                Happened(e.Round, e.At, "ended_at = least(t.ended_at, given.at)");
                break;
        }

        void Happened(int round, DateTimeOffset at, string expressions) => Round(round).Given("at", at).Update(Table, sql, expressions);

        void Stands(int round, string unit, DateTimeOffset due, DateTimeOffset at)
        {
            Round(round).Given("at", at).Update(Deadlines, sql, "stands_until = least(t.stands_until, given.at)");
            Round(round).Key("version", @event.Version).With("unit", unit).With("due", due).With("stands_from", at)
                .InsertInto(Deadlines, sql);
        }

        Row Round(int round) => Row.Of(@event.Stream, "finding").Key("round", round);
    }
}
