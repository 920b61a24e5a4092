using Campaign.EventStore;

namespace Campaign.Tasks.Assignments;

/// <summary>
/// 任务台账: one row an assignment. Written in the transaction of the append. Folders with events of their own write their part of the row.
/// </summary>
internal sealed class AssignmentListProjection : IProjection
{
    public const string Table = "assignments";

    /// <summary>Rank of what was placed here: nothing that becomes of a finding moves it (see Rectifications/).</summary>
    public const long PlacedHere = long.MaxValue;

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var row = Row.Of(@event.Stream).With("version", @event.Version);
        switch (@event.Data)
        {
            case AssignmentIssued e:
                row.With("kind", e.Kind).With("title", e.Title).With("status", AssignmentStatus.Issued).With("since", e.At)
                    .With("issued_at", e.At)
                    .With("unit", e.Unit).With("due", e.Due)
                    .With("plan_id", e.Plan?.PlanId).With("action", e.Plan?.Action).With("phase", e.Plan?.Phase)
                    .With("cooperating_units", e.CooperatingUnits ?? []).With("guarantor", e.Guarantor)
                    .InsertInto(Table, sql);
                break;
            case AssignmentOverAtIssue e:
                Now(AssignmentStatus.Closed, e.At).Update(Table, sql);
                break;
            case AssignmentAcknowledged e:
                Now(AssignmentStatus.Acknowledged, e.At).Update(Table, sql);
                break;
            case AssignmentSubmitted e:
                Now(AssignmentStatus.Submitted, e.At).With("photos", e.Photos).With("note", e.Note).Update(Table, sql);
                break;
            case AssignmentReturned e:
                Now(AssignmentStatus.Returned, e.At).With("reason", e.Reason).Update(Table, sql);
                break;
            case AssignmentApproved e:
                Now(AssignmentStatus.Approved, e.At).Update(Table, sql);
                break;
            case DeadlineExtended e:
                row.With("due", e.Due).With("placement_rank", PlacedHere).Update(Table, sql);
                break;
            case AssignmentRevised e:
                row.With("title", e.Title).With("cooperating_units", e.CooperatingUnits).With("guarantor", e.Guarantor).Update(Table, sql);
                break;
            case AssignmentBecameOverdue e:
                row.With("exceeded_due", e.Due).Update(Table, sql);
                break;
            case AssignmentReassigned e:
                Now(AssignmentStatus.Issued, e.At).With("issued_at", e.At).With("unit", e.Unit).With("reason", e.Reason)
                    .With("placement_rank", PlacedHere).With("issued_rank", PlacedHere)
                    .With("cooperating_units", e.CooperatingUnits ?? []).With("guarantor", e.Guarantor).Given("former", e.From)
                    .Update(Table, sql, "former_units = t.former_units || given.former");
                break;
            case AssignmentCancelled e:
                Now(AssignmentStatus.Cancelled, e.At).With("reason", e.Reason).Update(Table, sql);
                break;
        }

        Row Now(AssignmentStatus status, DateTimeOffset since) => row.With("status", status).With("since", since);
    }
}
