using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Places;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Imports;

/// <summary>
/// A finding of a ledger → the events it would have had here, at its own times: one for each step, and 超期 where a deadline
/// was missed. Pure.
/// </summary>
internal static class FindingPlan
{
    private const string NotSaid = "台账未记载";

    /// <param name="from">The finding as recorded so far; its initial state for a new one.</param>
    /// <param name="done">How many steps of the timeline led to it.</param>
    public static Decision From(Finding from, int done, LedgerFinding row, string caseNumber, LedgerContext context)
    {
        var events = new List<object>();
        var finding = from;
        for (var i = done; i < row.Timeline.Count; i++)
        {
            var (then, refusal) = Step(finding, row, row.Timeline[i], caseNumber, context);
            refusal ??= Order(row, i, context);
            if (refusal is not null) return refusal with { Pointer = $"/timeline/{i}/{refusal.Pointer}" };
            Happened(finding.OverdueThen(row.Timeline[i].At!.Value, then!).Events);
        }
        if (finding.BecameOverdue(context.Now) is { } overdue) Happened([overdue]);
        return new Decision(events, null);

        void Happened(IReadOnlyList<object> now)
        {
            events.AddRange(now);
            finding = now.Fold(finding);
        }
    }

    private static Refusal? Order(LedgerFinding row, int i, LedgerContext context)
    {
        var at = row.Timeline[i].At;
        return i > 0 && at < row.Timeline[i - 1].At ? ImportRules.OutOfOrder with { Pointer = "at" }
            : at > context.LatestTime ? ImportRules.InFuture with { Pointer = "at" }
            : null;
    }

    private static (object? Then, Refusal? Refusal) Step(
        Finding finding, LedgerFinding row, LedgerStep step, string number, LedgerContext context)
    {
        var at = ChinaTime.Local(step.At!.Value);
        var (round, unit, reason) = (finding.Round, finding.Unit, step.Reason ?? NotSaid);
        return (step.Do, finding.Status) switch
        {
            ("record", FindingStatus.None) => (Recorded(row, number, at), null),
            (_, FindingStatus.None) => (null, ImportRules.RecordFirst with { Pointer = "do" }),
            ("route", _) when finding.IsOpen => Routed(finding, row, step, at, context),
            ("accept", FindingStatus.Routed) => (new FindingAcknowledged(round, unit, at), null),
            ("decline", FindingStatus.Routed or FindingStatus.Accepted) =>
                (new RoutingDeclined(finding.CaseNumber, round, unit, reason, null, at), null),
            ("extend", _) when finding.IsWithUnit => Extended(finding, step, reason, at),
            ("report", FindingStatus.Routed or FindingStatus.Accepted) =>
                (new RectificationReported(round, unit, [], step.Reason, at), null),
            ("reject", FindingStatus.Reported) =>
                (new RectificationRejected(finding.CaseNumber, round, unit, finding.Due!.Value, reason, at), null),
            ("strikeOff", FindingStatus.Reported) => (new FindingStruckOff(finding.CaseNumber, round, unit, finding.Due!.Value, at), null),
            ("relapse", FindingStatus.StruckOff) =>
                (new FindingRelapsed(finding.CaseNumber, round + 1, unit, reason, at, FromLedger: true), null),
            ("void", _) when finding.IsOpen => (new FindingVoided(finding.CaseNumber, round, reason, at), null),
            ("merge", _) when finding.IsOpen => Merged(finding, row, step, at, context),
            ("record" or "route" or "accept" or "decline" or "extend" or "report" or "reject" or "strikeOff" or "relapse" or "void"
                or "merge", _) =>
                (null, ImportRules.StepNotAllowed with { Pointer = "do" }),
            _ => (null, ImportRules.StepUnknown with { Pointer = "do" }),
        };
    }

    private static FindingRecorded Recorded(LedgerFinding row, string number, DateTimeOffset at)
    {
        var point = (row.Lon, row.Lat) is ({ } longitude, { } latitude) ? Point.Fixed(longitude, latitude) : null;
        return new(
            number, row.Category, row.Severity ?? Severity.Minor, row.Description ?? NotSaid,
            new Place(point?.Longitude, point?.Latitude, row.Address, row.Community), [], null, at, FromLedger: true);
    }

    private static (object?, Refusal?) Routed(
        Finding finding, LedgerFinding row, LedgerStep step, DateTimeOffset at, LedgerContext context) =>
        (step.Unit ?? row.Unit, step.Due) switch
        {
            (null, _) => (null, ImportRules.UnitMissing with { Pointer = "unit" }),
            (_, null) => (null, ImportRules.DueMissing with { Pointer = "due" }),
            (var unit, _) when !context.Units.ContainsKey(unit) => (null, ReferenceRules.UnitUnknown with { Pointer = "unit" }),
            (_, { } due) when due <= at => (null, ImportRules.DueBeforeRouting with { Pointer = "due" }),
            (var unit, { } due) =>
                (new FindingRouted(finding.CaseNumber, finding.Round, unit, [], ChinaTime.Local(due), null, at, FromLedger: true), null),
        };

    private static (object?, Refusal?) Extended(Finding finding, LedgerStep step, string reason, DateTimeOffset at) => step.Due switch
    {
        null => (null, ImportRules.DueMissing with { Pointer = "due" }),
        { } due when due <= finding.Due => (null, ImportRules.DueNotLater with { Pointer = "due" }),
        { } due => (new DeadlineExtended(finding.CaseNumber, finding.Round, finding.Unit, ChinaTime.Local(due), reason, at), null),
    };

    private static (object?, Refusal?) Merged(
        Finding finding, LedgerFinding row, LedgerStep step, DateTimeOffset at, LedgerContext context) =>
        step.Into is { } id && id != row.Id && context.Cases.TryGetValue(id, out var into)
            ? (new FindingMerged(finding.CaseNumber, finding.Round, into, at), null)
            : (null, ImportRules.MergeTargetUnknown with { Pointer = "into" });
}
