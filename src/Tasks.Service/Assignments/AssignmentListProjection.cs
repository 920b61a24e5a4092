using Campaign.EventStore;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Progress;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Assignments;

/// <summary>任务台账: one row an assignment. Written in the transaction of the append.</summary>
internal sealed class AssignmentListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case AssignmentIssued e:
                sql.Add(
                    """
                    INSERT INTO assignments (street, id, version, kind, title, status, since, unit, due, issued_at, plan_id, action, phase,
                                             cooperating_units, guarantor, point, indicator, indicator_year)
                    VALUES ($1, $2, $3, $4, $5, 'Issued', $6, $7, $8, $6, $9, $10, $11, $12, $13, $14, $15, $16)
                    """,
                    @event.Stream.Tenant, @event.Stream.Id, @event.Version, e.Kind.ToString(), e.Title, e.At, e.Unit, e.Due,
                    e.Plan?.PlanId, e.Plan?.Action, e.Plan?.Phase, (e.CooperatingUnits ?? []).ToArray(), e.Guarantor,
                    e.Brief?.Point, e.Brief?.Indicator?.Number, e.Brief?.Indicator?.Year);
                break;
            case AssignmentOverAtIssue e:
                Set(@event, sql, "status = 'Closed', since = $4", e.At);
                break;
            case RectificationIssued e:
                Set(
                    @event, sql,
                    """
                    status = 'Issued', since = $4, issued_at = $4, unit = $5, cooperating_units = $6, guarantor = $7, due = $8,
                    placement_rank = $9, issued_rank = $9
                    """,
                    e.At, e.Unit, e.CooperatingUnits.ToArray(), e.Guarantor, e.Due, FollowedFact.Final);
                break;
            case RectificationDeclined e:
                Set(
                    @event, sql, "status = 'Unrouted', since = $4, reason = $5, unit = NULL, cooperating_units = '{}', guarantor = NULL, due = NULL",
                    e.At, e.Reason);
                break;
            case AssignmentAcknowledged e:
                Set(@event, sql, "status = 'Acknowledged', since = $4", e.At);
                break;
            case AssignmentSubmitted e:
                Set(@event, sql, "status = 'Submitted', since = $4, photos = $5, note = $6", e.At, e.Photos.ToArray(), e.Note);
                break;
            case BriefItemFiled or BriefItemRemoved:
                sql.Add("UPDATE assignments SET version = $3 WHERE street = $1 AND id = $2", @event.Stream.Tenant, @event.Stream.Id, @event.Version);
                break;
            case ProgressReported e:
                Set(@event, sql, "percent = coalesce($4, percent)", e.Percent);
                break;
            case AssignmentReturned e:
                Set(@event, sql, "status = 'Returned', since = $4, reason = $5", e.At, e.Reason);
                break;
            case AssignmentApproved e:
                Set(@event, sql, "status = 'Approved', since = $4", e.At);
                break;
            case DeadlineExtended e:
                Set(@event, sql, "due = $4, placement_rank = $5", e.Due, FollowedFact.Final);
                break;
            case AssignmentRevised e:
                Set(@event, sql, "title = $4, cooperating_units = $5, guarantor = $6", e.Title, e.CooperatingUnits.ToArray(), e.Guarantor);
                break;
            case AssignmentBecameOverdue e:
                Set(@event, sql, "exceeded_due = $4", e.Due);
                break;
            case OccurrenceMissed e:
                Set(@event, sql, "status = 'Missed', since = $4", e.Missed);
                break;
            case AssignmentReassigned e:
                Set(
                    @event, sql,
                    """
                    status = 'Issued', since = $4, issued_at = $4, unit = $5, reason = $6, placement_rank = $7, issued_rank = $7,
                    cooperating_units = $8, guarantor = $9, former_units = former_units || $10
                    """,
                    e.At, e.Unit, e.Reason, FollowedFact.Final, (e.CooperatingUnits ?? []).ToArray(), e.Guarantor, new[] { e.From });
                break;
            case AssignmentCancelled e:
                Set(@event, sql, "status = 'Cancelled', since = $4, reason = $5", e.At, e.Reason);
                break;
            default:
                if (FollowedFact.Of(@event.Data) is { } fact) Follow(@event, fact, sql);
                break;
        }
    }

    private static void Set(StreamEvent @event, SqlBatch sql, string assignments, params object?[] values) => sql.Add(
        $"UPDATE assignments SET version = $3, {assignments} WHERE street = $1 AND id = $2",
        [@event.Stream.Tenant, @event.Stream.Id, @event.Version, .. values]);

    /// <summary>As <see cref="Assignment.Evolve"/>: of standing, placement and time of issue, each the one of the highest rank.</summary>
    private static void Follow(StreamEvent @event, FollowedFact fact, SqlBatch sql)
    {
        var (street, issued) = (@event.Stream.Tenant, fact.Standing is AssignmentStatus.Issued);
        sql.Add(
            """
            INSERT INTO assignments AS a (street, id, version, kind, title, finding_id, case_number, round, status, standing_rank, since, reason,
                                          unit, due, placement_rank, exceeded_due, issued_at, issued_rank)
            VALUES ($1, $2, $3, 'Rectification', $4, $5, $6, $7, $8, $9, $10, $11, nullif($12, ''), $13, $14, $15, $16, $17)
            ON CONFLICT (street, id) DO UPDATE SET
                version = excluded.version,
                status = CASE WHEN excluded.standing_rank > a.standing_rank THEN excluded.status ELSE a.status END,
                since = CASE WHEN excluded.standing_rank > a.standing_rank THEN excluded.since ELSE a.since END,
                reason = CASE WHEN excluded.standing_rank > a.standing_rank THEN coalesce(excluded.reason, a.reason) ELSE a.reason END,
                standing_rank = greatest(excluded.standing_rank, a.standing_rank),
                unit = CASE WHEN excluded.placement_rank >= a.placement_rank THEN excluded.unit ELSE a.unit END,
                due = CASE WHEN excluded.placement_rank >= a.placement_rank THEN excluded.due ELSE a.due END,
                placement_rank = greatest(excluded.placement_rank, a.placement_rank),
                exceeded_due = greatest(excluded.exceeded_due, a.exceeded_due),
                issued_at = CASE WHEN excluded.issued_rank > a.issued_rank THEN excluded.issued_at ELSE a.issued_at END,
                issued_rank = greatest(excluded.issued_rank, a.issued_rank)
            """,
            street, @event.Stream.Id, @event.Version, FollowedFact.TitleOf(fact.Case), fact.Case.FindingId, fact.Case.CaseNumber, fact.Case.Round,
            (fact.Standing ?? AssignmentStatus.None).ToString(), fact.Standing is null ? 0L : fact.Version, fact.At, fact.Reason,
            fact.Placement?.Unit, fact.Placement?.Due, fact.Placement?.Rank ?? 0L, fact.Exceeded,
            issued ? fact.At : null, issued ? fact.Version : 0L);
        if (fact.Matter is { } matter)
        {
            sql.Add(
                """
                INSERT INTO finding_matters (street, finding_id, category, severity, community, description) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (street, finding_id) DO NOTHING
                """,
                street, fact.Case.FindingId, matter.Category, matter.Severity.ToString(), matter.Community, matter.Description);
        }
    }
}
