using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Reference;

namespace Campaign.Inspections.Imports;

/// <summary>
/// A row beside what its stream says already: new, the same, longer, or contradicting it. Events that an import wrote are
/// known by their cause; 超期 is left out of the comparison, since it follows from the others and from the clock.
/// </summary>
internal static class LedgerHistory
{
    public const string Cause = "ledger:";

    /// <summary>Marks what an import writes.</summary>
    public static EventMetadata By(EventMetadata request) =>
        request with { CausationId = $"{Cause}{request.CausationId ?? request.CorrelationId}" };

    public static RowPlan Case(LedgerFinding row, LedgerStream here, LedgerContext context)
    {
        var (stream, recorded) = (here.Id, here.Recorded);
        var events = recorded.Select(e => e.Data).ToList();
        var finding = events.Fold<Finding>();
        var number = finding.CaseNumber is { Length: > 0 } given ? given : null;

        var (planned, refusal) = Whole(row, number ?? "", context);
        if (refusal is not null) return RowPlan.Refused(stream, refusal, number);
        if (recorded.Count == 0)
            return new(stream, RowOutcome.New, [], planned, Opening: numbered => Whole(row, numbered, context).Events);

        var imported = Steps(recorded.Where(WasImported).Select(e => e.Data), context);
        var steps = Steps(planned, context);
        var same = imported.Zip(steps).TakeWhile(pair => pair.First == pair.Second).Count();
        var pointer = same < steps.Count ? $"/timeline/{same}" : "/timeline";
        if (same < imported.Count) return RowPlan.Refused(stream, ImportRules.HistoryDiffers with { Pointer = pointer }, number);
        if (same == steps.Count) return new(stream, RowOutcome.Unchanged, events, [], number);
        if (Steps(events, context).Count > imported.Count)
            return RowPlan.Refused(stream, ImportRules.FindingMovedOn with { Pointer = pointer }, number);

        var (further, refused) = FindingPlan.From(finding, same, row, number!, context);
        return refused is null ? new(stream, RowOutcome.Extended, events, further, number) : RowPlan.Refused(stream, refused, number);
    }

    public static RowPlan Inspection(LedgerInspection row, LedgerStream here, LedgerContext context)
    {
        var (stream, recorded) = (here.Id, here.Recorded);
        var started = recorded.Select(e => e.Data).OfType<InspectionStarted>().FirstOrDefault();
        var (planned, refusal) = InspectionPlan.Of(row, started?.SheetVersion, context);
        if (refusal is not null) return RowPlan.Refused(stream, refusal);

        var now = (InspectionStarted)planned[0];
        var question = InspectionPlan.Question(row, now.Items);
        if (started is null) return new(stream, RowOutcome.New, [], planned, Note: question);
        return Same(started, now)
            ? new(stream, RowOutcome.Unchanged, [.. recorded.Select(e => e.Data)], [], Note: question)
            : RowPlan.Refused(stream, ImportRules.HistoryDiffers);
    }

    private static Decision Whole(LedgerFinding row, string number, LedgerContext context) =>
        !context.Categories.Contains(row.Category) ? FindingRules.CategoryUnknown
        : row.Unit is { } unit && !context.Units.ContainsKey(unit) ? ReferenceRules.UnitUnknown with { Pointer = "/unit" }
        : FindingPlan.From(Finding.Initial, 0, row, number, context);

    private static bool WasImported(RecordedEvent e) => e.Metadata.CausationId?.StartsWith(Cause, StringComparison.Ordinal) is true;

    // Records with lists compare by reference; what is stored of them compares by value.
    private static List<string> Steps(IEnumerable<object> events, LedgerContext context) =>
        [.. events.Where(e => e is not FindingBecameOverdue).Select(e => context.Types.NameOf(e.GetType()) + context.Types.Write(e))];

    private static bool Same(InspectionStarted one, InspectionStarted other) =>
        one with { Items = [] } == other with { Items = [] } && one.Items.SequenceEqual(other.Items);
}
