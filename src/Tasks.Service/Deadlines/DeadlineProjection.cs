using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Deadlines;

/// <summary>What the list of assignments shows of their deadlines, in the rows that <see cref="AssignmentListProjection"/> makes.</summary>
internal sealed class DeadlineProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case AssignmentIssued { Anchor: { } anchor }:
                Set(@event, sql, "evaluation_date = $4, duration_days = $5", anchor.EvaluationDate, anchor.DurationDays);
                break;
            case DeadlineExtended:
                Set(@event, sql, "extensions = extensions + 1, extension_request = NULL");
                break;
            case AssignmentReassigned or RectificationDeclined:
                Set(@event, sql, "extension_request = NULL");
                break;
            case ExtensionRequested:
                Set(@event, sql, "extension_request = 'Pending'");
                break;
            case ExtensionRefused:
                Set(@event, sql, "extension_request = 'Refused'");
                break;
            case ClockSuspended e:
                Set(@event, sql, "suspended_until = $4, due = $5, placement_rank = $6", e.Until, e.Due, FollowedFact.Final);
                break;
            case ClockResumed e:
                Set(@event, sql, "suspended_until = NULL, due = $4", e.Due);
                break;
            case DeadlineMoved e:
                Set(@event, sql, "evaluation_date = coalesce($4::date, evaluation_date), due = $5", e.EvaluationDate, e.Due);
                break;
            case AssignmentSupervised e:
                Set(@event, sql, "supervised_due = $4", e.Due);
                break;
            case OverdueAppealed:
                Set(@event, sql, "appeal = 'Pending'");
                break;
            case OverdueAppealUpheld e:
                Set(@event, sql, "appeal = 'Upheld', waived_due = $4", e.Due);
                break;
            case OverdueAppealDismissed:
                Set(@event, sql, "appeal = 'Dismissed'");
                break;
        }
    }

    private static void Set(StreamEvent @event, SqlBatch sql, string assignments, params object?[] values) => sql.Add(
        $"UPDATE assignments SET version = $3, {assignments} WHERE street = $1 AND id = $2",
        [@event.Stream.Tenant, @event.Stream.Id, @event.Version, .. values]);
}
