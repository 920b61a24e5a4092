using Campaign.EventStore;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Progress;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Assignments;

/// <summary>任务台账: one row an assignment. Written in the transaction of the append.</summary>
internal sealed class AssignmentListProjection : IProjection
{
    private const string Table = "assignments";

    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var row = Row.Of(@event.Stream).With("version", @event.Version);
        switch (@event.Data)
        {
            case AssignmentIssued e:
                row.With("kind", e.Kind).With("title", e.Title).With("status", AssignmentStatus.Issued).With("since", e.At).With("issued_at", e.At)
                    .With("unit", e.Unit).With("due", e.Due)
                    .With("plan_id", e.Plan?.PlanId).With("action", e.Plan?.Action).With("phase", e.Plan?.Phase)
                    .With("cooperating_units", e.CooperatingUnits ?? []).With("guarantor", e.Guarantor).With("point", e.Brief?.Point)
                    .With("indicator", e.Brief?.Indicator?.Number).With("indicator_year", e.Brief?.Indicator?.Year)
                    .InsertInto(Table, sql);
                break;
            case AssignmentOverAtIssue e:
                Now(AssignmentStatus.Closed, e.At).Update(Table, sql);
                break;
            case RectificationIssued e:
                Now(AssignmentStatus.Issued, e.At).With("issued_at", e.At).With("unit", e.Unit).With("cooperating_units", e.CooperatingUnits)
                    .With("guarantor", e.Guarantor).With("due", e.Due)
                    .With("placement_rank", FollowedFact.Final).With("issued_rank", FollowedFact.Final).Update(Table, sql);
                break;
            case RectificationDeclined e:
                Now(AssignmentStatus.Unrouted, e.At).With("reason", e.Reason)
                    .Update(Table, sql, "unit = NULL, cooperating_units = '{}', guarantor = NULL, due = NULL");
                break;
            case AssignmentAcknowledged e:
                Now(AssignmentStatus.Acknowledged, e.At).Update(Table, sql);
                break;
            case AssignmentSubmitted e:
                Now(AssignmentStatus.Submitted, e.At).With("photos", e.Photos).With("note", e.Note).Update(Table, sql);
                break;
            case BriefItemFiled or BriefItemRemoved:
                row.Update(Table, sql);
                break;
            case ProgressReported e:
                row.Given("reported", e.Percent).Update(Table, sql, "percent = coalesce(given.reported, t.percent)");
                break;
            case AssignmentReturned e:
                Now(AssignmentStatus.Returned, e.At).With("reason", e.Reason).Update(Table, sql);
                break;
            case AssignmentApproved e:
                Now(AssignmentStatus.Approved, e.At).Update(Table, sql);
                break;
            case DeadlineExtended e:
                row.With("due", e.Due).With("placement_rank", FollowedFact.Final).Update(Table, sql);
                break;
            case AssignmentRevised e:
                row.With("title", e.Title).With("cooperating_units", e.CooperatingUnits).With("guarantor", e.Guarantor).Update(Table, sql);
                break;
            case AssignmentBecameOverdue e:
                row.With("exceeded_due", e.Due).Update(Table, sql);
                break;
            case OccurrenceMissed e:
                Now(AssignmentStatus.Missed, e.Missed).Update(Table, sql);
                break;
            case AssignmentReassigned e:
                Now(AssignmentStatus.Issued, e.At).With("issued_at", e.At).With("unit", e.Unit).With("reason", e.Reason)
                    .With("placement_rank", FollowedFact.Final).With("issued_rank", FollowedFact.Final)
                    .With("cooperating_units", e.CooperatingUnits ?? []).With("guarantor", e.Guarantor).Given("former", e.From)
                    .Update(Table, sql, "former_units = t.former_units || given.former");
                break;
            case AssignmentCancelled e:
                Now(AssignmentStatus.Cancelled, e.At).With("reason", e.Reason).Update(Table, sql);
                break;
            default:
                if (FollowedFact.Of(@event.Data) is { } fact) Follow(@event, fact, sql);
                break;
        }

        Row Now(AssignmentStatus status, DateTimeOffset since) => row.With("status", status).With("since", since);
    }

    /// <summary>As <see cref="Assignment.Evolve"/>: of standing, placement and time of issue, each the one of the highest rank.</summary>
    private static void Follow(StreamEvent @event, FollowedFact fact, SqlBatch sql)
    {
        var issued = fact.Standing is AssignmentStatus.Issued;
        Row.Of(@event.Stream).With("version", @event.Version).With("kind", AssignmentKind.Rectification).With("title", FollowedFact.TitleOf(fact.Case))
            .With("finding_id", fact.Case.FindingId).With("case_number", fact.Case.CaseNumber).With("round", fact.Case.Round)
            .With("status", fact.Standing ?? AssignmentStatus.None).With("standing_rank", fact.Standing is null ? 0L : fact.Version)
            .With("since", fact.At).With("reason", fact.Reason)
            .With("unit", fact.Placement?.Unit is { Length: > 0 } unit ? unit : null).With("due", fact.Placement?.Due).With("placement_rank", fact.Placement?.Rank ?? 0L)
            .With("exceeded_due", fact.Exceeded).With("issued_at", issued ? fact.At : (DateTimeOffset?)null).With("issued_rank", issued ? fact.Version : 0L)
            .InsertInto(
                Table, sql,
                """
                (street, id) DO UPDATE SET
                    version = excluded.version,
                    status = CASE WHEN excluded.standing_rank > t.standing_rank THEN excluded.status ELSE t.status END,
                    since = CASE WHEN excluded.standing_rank > t.standing_rank THEN excluded.since ELSE t.since END,
                    reason = CASE WHEN excluded.standing_rank > t.standing_rank THEN coalesce(excluded.reason, t.reason) ELSE t.reason END,
                    standing_rank = greatest(excluded.standing_rank, t.standing_rank),
                    unit = CASE WHEN excluded.placement_rank >= t.placement_rank THEN excluded.unit ELSE t.unit END,
                    due = CASE WHEN excluded.placement_rank >= t.placement_rank THEN excluded.due ELSE t.due END,
                    placement_rank = greatest(excluded.placement_rank, t.placement_rank),
                    exceeded_due = greatest(excluded.exceeded_due, t.exceeded_due),
                    issued_at = CASE WHEN excluded.issued_rank > t.issued_rank THEN excluded.issued_at ELSE t.issued_at END,
                    issued_rank = greatest(excluded.issued_rank, t.issued_rank)
                """);
        if (fact.Matter is not { } matter) return;
        // Keyed by the case, not by the assignment: several rounds may bring the same.
        sql.AddRow(
            @event.Stream,
            """
            INSERT INTO finding_matters (street, finding_id, category, severity, community, description)
            SELECT * FROM unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[])
            ON CONFLICT (street, finding_id) DO NOTHING
            """,
            @event.Stream.Tenant, fact.Case.FindingId, matter.Category, matter.Severity, matter.Community, matter.Description);
    }
}
