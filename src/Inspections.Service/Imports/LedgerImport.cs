using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Imports;

/// <summary>All rows of a request in one append together with their case numbers, or none.</summary>
internal sealed class LedgerImport(
    IEventStore store, CaseNumbers numbers, KnownUnits units, Categories categories, SheetVersions sheets, LedgerStreams ledger,
    EventTypes types)
{
    /// <summary>Takes the rows, unless one is refused. A plan that another append has overtaken is made anew.</summary>
    /// <param name="batch">What can be taken back together: all that this changes.</param>
    public async Task<LedgerPlan> Take(
        string street, LedgerRows rows, Guid batch, DateTimeOffset now, EventMetadata metadata, CancellationToken cancellation)
    {
        var plan = new LedgerPlan([]);
        // A row that was taken before is known by what it says, under whatever key it comes again.
        await store.Transact<Finding>(
            async _ =>
            {
                plan = await Plan(street, rows, now, cancellation);
                return plan.HasRefusal ? JointDecision.Nothing : JointDecision.Of(plan.Changes(LedgerBatch.Stream(street, batch), now));
            },
            new TransactOptions(metadata) { Commit = Numbered }, cancellation);
        return plan;

        async Task Numbered(IReadOnlyList<StreamAppend> appends, EventMetadata by, CancellationToken stop, SqlBatch? alongside)
        {
            var openings = plan.Openings();
            var opened = openings.Select(opening => opening.Id).ToHashSet();
            var given = await numbers.Append(street, openings, by, stop, [.. appends.Where(append => !opened.Contains(append.Stream.Id))]);
            plan = plan.WithNumbers(openings.Zip(given, (opening, number) => (opening.Id, number)));
        }
    }

    public async Task<LedgerPlan> Plan(string street, LedgerRows rows, DateTimeOffset now, CancellationToken cancellation)
    {
        var (inspections, cases) = (rows.Inspections ?? [], rows.Cases ?? []);
        var mergedInto = cases.SelectMany(row => row.Timeline).Select(step => step.Into).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var here = await ledger.Of(
            street,
            [
                .. inspections.Select(row => (RowKind.Inspection, row.Id)),
                .. cases.Select(row => row.Id).Union(mergedInto, StringComparer.Ordinal).Select(id => (RowKind.Case, id)),
            ],
            cancellation);
        var named = cases.Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        var context = new LedgerContext(
            street, now, await units.Register(street, cancellation),
            (await categories.All(version: null, cancellation)).Select(c => c.Category.Code).ToHashSet(StringComparer.Ordinal),
            await sheets.AllVersions(street, inspections.Select(i => i.Sheet), cancellation),
            mergedInto.Where(id => named.Contains(id) || here[(RowKind.Case, id)].Exists)
                .ToDictionary(id => id, id => here[(RowKind.Case, id)].Id.Id, StringComparer.Ordinal),
            types);

        var seen = new HashSet<StreamId>();
        return new([.. inspections.Select(Inspection), .. cases.Select(Case)]);

        PlannedRow Inspection(LedgerInspection row, int index) => new(
            RowKind.Inspection, row.Id, $"/inspections/{index}",
            Once(here[(RowKind.Inspection, row.Id)], stream => LedgerHistory.Inspection(row, stream, context)));

        PlannedRow Case(LedgerFinding row, int index) => new(
            RowKind.Case, row.Id, $"/cases/{index}",
            Once(here[(RowKind.Case, row.Id)], stream => LedgerHistory.Case(row, stream, context)));

        RowPlan Once(LedgerStream stream, Func<LedgerStream, RowPlan> plan) =>
            seen.Add(stream.Id) ? plan(stream) : RowPlan.Refused(stream.Id, ImportRules.IdRepeated);
    }
}
