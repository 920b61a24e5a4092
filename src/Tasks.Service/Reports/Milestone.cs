using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Rectifications;
using Campaign.Web;

namespace Campaign.Tasks.Reports;

internal enum MilestoneKind { Issued, Submitted, Returned, Approved, BecameOverdue, Extended }

/// <summary>What reports of a period count, with the unit it counts for.</summary>
internal sealed record Milestone(MilestoneKind Kind, string Unit, DateTimeOffset At, string? Reason = null)
{
    /// <summary>A deadline at 24:00 belongs to the day that ends with it.</summary>
    public DateOnly Day => Kind is MilestoneKind.BecameOverdue ? ChinaTime.DeadlineDay(At) : ChinaTime.DateOf(At);

    /// <summary>Null for what no report counts.</summary>
    public static Milestone? Of(object @event) => @event switch
    {
        AssignmentIssued e => new(MilestoneKind.Issued, e.Unit, e.At),
        RectificationIssued e => new(MilestoneKind.Issued, e.Unit, e.At),
        RectificationTakenOver e => new(MilestoneKind.Issued, e.Unit, e.At),
        AssignmentSubmitted e => new(MilestoneKind.Submitted, e.Unit, e.At),
        AssignmentReturned e => new(MilestoneKind.Returned, e.Unit, e.At, e.Reason),
        RectificationRejected e => new(MilestoneKind.Returned, e.Unit, e.At, e.Reason),
        AssignmentApproved e => new(MilestoneKind.Approved, e.Unit, e.At),
        RectificationStruckOff e => new(MilestoneKind.Approved, e.Unit, e.At),
        AssignmentBecameOverdue e => new(MilestoneKind.BecameOverdue, e.Unit, e.Due),
        RectificationBecameOverdue e => new(MilestoneKind.BecameOverdue, e.Unit, e.Due),
        DeadlineExtended e => new(MilestoneKind.Extended, e.Unit, e.At, e.Reason),
        DeadlineMoved e => new(MilestoneKind.Extended, e.Unit, e.At, e.Reason),
        RectificationExtended e => new(MilestoneKind.Extended, e.Unit, e.At),
        _ => null,
    };
}

internal sealed class MilestoneProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (Milestone.Of(@event.Data) is not { } milestone) return;
        sql.Add(
            """
            INSERT INTO assignment_milestones (street, assignment_id, version, milestone, unit, at, on_day, reason)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            @event.Stream.Tenant, @event.Stream.Id, @event.Version, milestone.Kind, milestone.Unit, milestone.At, milestone.Day,
            milestone.Reason);
    }
}
