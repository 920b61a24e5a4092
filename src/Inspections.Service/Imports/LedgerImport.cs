using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Imports;

/// <summary>All rows of a request in one append together with their case numbers, or none.</summary>
internal sealed class LedgerImport(
    IEventStore store, CaseNumbers numbers, KnownUnits units, Categories categories, SheetVersions sheets,
    NpgsqlDataSource database, EventTypes types)
{
    /// <summary>Takes the rows, unless one is refused. A plan that another append has overtaken is made anew.</summary>
    public async Task<LedgerPlan> Take(
        string street, LedgerRows rows, DateTimeOffset now, EventMetadata metadata, CancellationToken cancellation)
    {
        var plan = new LedgerPlan([]);
        // A row that was taken before is known by what it says, under whatever key it comes again.
        await store.Transact<Finding>(
            async _ =>
            {
                plan = await Plan(street, rows, now, cancellation);
                return plan.HasRefusal ? JointDecision.Nothing : JointDecision.Of(plan.Changes());
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
        var recorded = await Recorded(street, inspections, cases, cancellation);
        var context = new LedgerContext(
            street, now, await units.All(street, cancellation),
            (await categories.All(version: null, cancellation)).Select(c => c.Category.Code).ToHashSet(StringComparer.Ordinal),
            await sheets.AllVersions(street, inspections.Select(i => i.Sheet), cancellation),
            await MergeTargets(street, cases, cancellation), types);

        var seen = new HashSet<StreamId>();
        return new([.. inspections.Select(Inspection), .. cases.Select(Case)]);

        PlannedRow Inspection(LedgerInspection row, int index) => new(
            RowKind.Inspection, row.Id, $"/inspections/{index}",
            Once(LedgerIds.Inspection(street, row.Id), events => LedgerHistory.Inspection(row, events, context)));

        PlannedRow Case(LedgerFinding row, int index) => new(
            RowKind.Case, row.Id, $"/cases/{index}",
            Once(LedgerIds.Finding(street, row.Id), events => LedgerHistory.Case(row, events, context)));

        RowPlan Once(StreamId stream, Func<IReadOnlyList<RecordedEvent>, RowPlan> plan) =>
            seen.Add(stream) ? plan(recorded.GetValueOrDefault(stream, [])) : RowPlan.Refused(stream, ImportRules.IdRepeated);
    }

    /// <summary>The streams of those rows that are here already.</summary>
    private async Task<Dictionary<StreamId, IReadOnlyList<RecordedEvent>>> Recorded(
        string street, IEnumerable<LedgerInspection> inspections, IEnumerable<LedgerFinding> cases, CancellationToken cancellation)
    {
        var ids = inspections.Select(row => LedgerIds.Inspection(street, row.Id).Id)
            .Concat(cases.Select(row => LedgerIds.Finding(street, row.Id).Id));
        var recorded = new Dictionary<StreamId, IReadOnlyList<RecordedEvent>>();
        foreach (var id in await Existing(street, ids, cancellation))
        {
            var stream = new StreamId(street, id);
            recorded[stream] = await store.Read(stream, cancellation);
        }
        return recorded;
    }

    private async Task<IReadOnlySet<Guid>> MergeTargets(string street, IReadOnlyList<LedgerFinding> cases, CancellationToken cancellation)
    {
        var named = cases.SelectMany(row => row.Timeline).Select(step => step.Into).OfType<string>();
        var here = await Existing(street, named.Select(id => LedgerIds.Finding(street, id).Id), cancellation);
        return here.Concat(cases.Select(row => LedgerIds.Finding(street, row.Id).Id)).ToHashSet();
    }

    private async Task<IEnumerable<Guid>> Existing(string street, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT id FROM findings WHERE street = @street AND id = ANY (@ids)
            UNION ALL SELECT id FROM inspections WHERE street = @street AND id = ANY (@ids)
            """,
            new { street, ids = ids.ToArray() }, cancellationToken: cancellation));
    }
}
