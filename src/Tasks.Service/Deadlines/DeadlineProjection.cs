using Campaign.EventStore;
using Campaign.Tasks.Assignments;

namespace Campaign.Tasks.Deadlines;

/// <summary>What the list of assignments shows of their deadlines, in the rows that <see cref="AssignmentListProjection"/> makes.</summary>
internal sealed class DeadlineProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var row = Row.Of(@event.Stream).With("version", @event.Version);
        switch (@event.Data)
        {
            case AssignmentIssued { Anchor: { } anchor }:
                row.With("evaluation_date", anchor.EvaluationDate).With("duration_days", anchor.DurationDays);
                Update();
                break;
            case DeadlineExtended:
                Update("extensions = t.extensions + 1, extension_request = NULL");
                break;
            case AssignmentReassigned:
                Update("extension_request = NULL");
                break;
            case ExtensionRequested:
                row.With("extension_request", "Pending");
                Update();
                break;
            case ExtensionRefused:
                row.With("extension_request", "Refused");
                Update();
                break;
            case ClockSuspended e:
                row.With("suspended_until", e.Until).With("due", e.Due).With("placement_rank", AssignmentListProjection.PlacedHere);
                Update();
                break;
            case ClockResumed e:
                row.With("due", e.Due);
                Update("suspended_until = NULL");
                break;
            case DeadlineMoved e:
                row.Given("day", e.EvaluationDate).With("due", e.Due);
                Update("evaluation_date = coalesce(given.day, t.evaluation_date)");
                break;
            case AssignmentSupervised e:
                row.With("supervised_due", e.Due);
                Update();
                break;
            case OverdueAppealed:
                row.With("appeal", "Pending");
                Update();
                break;
            case OverdueAppealUpheld e:
                row.With("appeal", "Upheld").With("waived_due", e.Due);
                Update();
                break;
            case OverdueAppealDismissed:
                row.With("appeal", "Dismissed");
                Update();
                break;
        }

        void Update(string? expressions = null) => row.Update(AssignmentListProjection.Table, sql, expressions);
    }
}
