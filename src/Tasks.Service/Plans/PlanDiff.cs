using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

/// <summary>
/// What taking a document would do, item by item, to the plan as it stands: only the difference to the edition before is acted on, so
/// that what people decided since (extensions, hand-ons, cancellations) stays. Pure; a preview and the taking read the same rows.
/// </summary>
/// <param name="standing">The plan's assignments by id.</param>
internal sealed class PlanDiff(
    Guid planId, PlanDocument document, Plan plan, IReadOnlyDictionary<Guid, StandingAssignment> standing, DateTimeOffset now,
    AssignmentKinds kinds, Guarantors guarantors)
{
    private const string Reason = "方案调整";

    // A first import issues as of the document's date; what an edition adds is issued when it is taken.
    private readonly DateTimeOffset issuedAt = plan.Document is null ? ChinaTime.StartOf(document.IssuedOn) : now;

    public IReadOnlyList<PlanRow> Rows(IReadOnlyList<ReadItem> read)
    {
        var keys = read.Select(item => item.Item.Key).ToHashSet();
        var unread = read.Where(item => item.Outcome is RowOutcome.Refused).Select(item => (item.Item.Action, item.Item.Task)).ToHashSet();
        var removed = plan.Items.Values.Where(item => !keys.Contains(item.Key) && !unread.Contains((item.Action, item.Task)))
            .OrderBy(item => (item.Action, item.Task)).ThenBy(item => $"{item.Unit}/{item.Phase}", StringComparer.Ordinal);
        return [.. read.Select(Row), .. removed.Select(Removed)];
    }

    private PlanRow Row(ReadItem read)
    {
        if (read.Outcome is RowOutcome.Refused) return new(read, work: null, PlanChange.None);
        var work = PlanWork.Of(document, read.Item);
        return plan.Items.TryGetValue(read.Item.Key, out var item) ? Known(read with { Item = item }, work) : New(read, work);
    }

    private PlanRow New(ReadItem read, PlanWork work)
    {
        var before = plan.Issued.GetValueOrDefault(read.Item.Key);
        if (before is not null && StandingOf(before) is { Status: not AssignmentStatus.Cancelled })
        {
            var back = read with { Item = before, Outcome = RowOutcome.Unchanged, Note = "任务撤出方案后仍保留，重新列入，不再下达。" };
            return new(back, work, PlanChange.Readopt);
        }
        var item = read.Item with { Issue = (before?.Issue ?? 0) + 1 };
        var issued = work.Issue(item, planId, issuedAt, kinds.Of(work.Kind).InPlans, guarantors);
        if (work.Due > issuedAt) return new(read with { Item = item }, work, PlanChange.Issue, issued);
        var over = read with { Item = item, Note = read.Note ?? "期限在下达前已过，按已结束导入。" };
        return new(over, work, PlanChange.Issue, issued, new AssignmentOverAtIssue(issuedAt));
    }

    private PlanRow Known(ReadItem read, PlanWork work)
    {
        var before = PlanWork.Of(plan.Document!, read.Item);
        var unchanged = new PlanRow(read with { Outcome = RowOutcome.Unchanged, Note = null }, work, PlanChange.None);
        if (before.Due == work.Due && before.SaysTheSameAs(work) && before.AsksTheSameAs(work)) return unchanged;
        if (StandingOf(read.Item) is not { IsWorkable: true } assignment)
            return new(read with { Outcome = RowOutcome.Questionable, Note = $"{StatusText(read.Item)}，不随方案更改。" }, work, PlanChange.Keep);

        var (events, notes, outcome) = (new List<object>(), new List<string>(), RowOutcome.Understood);
        if (before.Due != work.Due && assignment.Due != work.Due)
        {
            events.Add(new DeadlineMoved(assignment.Unit, assignment.Due, work.Due, Reason, now));
            notes.Add($"期限由{PlanText.Until(assignment.Due)}改为{PlanText.Until(work.Due)}");
            if (work.Due <= now) (outcome, notes) = (RowOutcome.Questionable, [.. notes, "新期限已过，将即时超期"]);
        }
        if (!before.SaysTheSameAs(work))
        {
            string[] cooperating = [.. work.Cooperating.Where(unit => unit != assignment.Unit)];
            var reviewer = work.ReviewerOf(assignment.Unit, guarantors);
            events.Add(new AssignmentRevised(assignment.Unit, work.Title, cooperating, reviewer, Reason, now));
            notes.Add(before.Title == work.Title ? "配合单位或审核人有变" : $"名称由“{before.Title}”改为“{work.Title}”");
        }
        if (!before.AsksTheSameAs(work)) (outcome, notes) = (RowOutcome.Questionable, [.. notes, "任务类型或条目有变，已下达的任务仍按原要求办理"]);
        if (notes.Count == 0) return unchanged;
        var change = events is [var first, ..] ? first is DeadlineMoved ? PlanChange.Move : PlanChange.Revise : PlanChange.Keep;
        var noted = read with { Outcome = outcome, Note = $"{string.Join("；", notes)}。" };
        return new(noted, work, change, events) { Version = assignment.Version };
    }

    private PlanRow Removed(PlanItem item)
    {
        var (work, gone) = (PlanWork.Of(plan.Document!, item), new ReadItem(item, "", RowOutcome.Understood, "方案中已无此项，任务撤销。"));
        return StandingOf(item) switch
        {
            { IsWorkable: true } open =>
                new(gone, work, PlanChange.Cancel, new AssignmentCancelled(open.Unit, Reason, now)) { Version = open.Version },
            { Status: AssignmentStatus.Cancelled or AssignmentStatus.Closed } =>
                new(gone with { Outcome = RowOutcome.Unchanged, Note = $"方案中已无此项；{StatusText(item)}。" }, work, PlanChange.Withdraw),
            _ =>
                new(gone with { Outcome = RowOutcome.Questionable, Note = $"方案中已无此项；{StatusText(item)}，予以保留。" }, work, PlanChange.Withdraw),
        };
    }

    private StandingAssignment? StandingOf(PlanItem item) => standing.GetValueOrDefault(item.AssignmentId(planId));

    private string StatusText(PlanItem item) => StandingOf(item)?.Status switch
    {
        AssignmentStatus.Submitted => "任务已上报",
        AssignmentStatus.Approved => "任务已审核通过",
        AssignmentStatus.Cancelled => "任务已撤销",
        AssignmentStatus.Closed => "任务已按期前结束导入",
        _ => "任务已了结",
    };
}

/// <summary>An assignment of the plan as it stands.</summary>
internal sealed record StandingAssignment(Guid Id, long Version, AssignmentStatus Status, string Unit, DateTimeOffset Due)
{
    /// <summary>What waits for review or is done is not touched by a plan.</summary>
    public bool IsWorkable => Status is AssignmentStatus.Issued or AssignmentStatus.Acknowledged or AssignmentStatus.Returned;
}
