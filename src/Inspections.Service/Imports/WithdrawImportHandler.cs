using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Imports;

internal static class WithdrawImportEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPost("/history-imports/{batch:guid}/withdrawal", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithTags("HistoryImports").WithSummary("撤回导入").Produces<WithdrawnImport>();

    private static Task<IResult> Handle(string street, Guid batch, ReasonBody body, WithdrawImportHandler handler, Commands commands) =>
        handler.Withdraw(street, new WithdrawImport(batch, body.Reason, commands.Now), commands);
}

/// <summary>An import that was taken back.</summary>
/// <param name="Cases">How many rows came with it.</param>
internal sealed record WithdrawnImport(Guid Batch, DateTimeOffset At, string Reason, int Cases, int Inspections);

/// <summary>Reads what a withdrawal is judged by, and commits it together with the numbers of the cases that begin anew.</summary>
internal sealed class WithdrawImportHandler(IEventStore store, CaseNumbers numbers, LedgerStreams ledger, NpgsqlDataSource database)
{
    public async Task<IResult> Withdraw(string street, WithdrawImport command, Commands commands)
    {
        var withdrawal = new Withdrawal(JointDecision.Nothing, [], []);
        var stream = LedgerBatch.Stream(street, command.Batch);
        var done = await store.Transact<LedgerBatch>(
            stream,
            async (batch, _) =>
            {
                var rows = await Rows(street, batch.State, commands.Cancellation);
                withdrawal = command.Decide(batch, rows, await LookBacks(street, rows, commands.Cancellation));
                return withdrawal.Decision;
            },
            commands.Options with { Metadata = LedgerHistory.By(commands.Metadata), Commit = Numbered }, commands.Cancellation);
        return done.Refusal is { } refusal && withdrawal.Used.Count > 0
            ? Problems.Of(Problems.StatusOf(refusal.Kind), refusal.Rule, refusal.Detail, [.. withdrawal.Used.Select(Error)])
            : commands.Answer(stream, done, Answer);

        async Task Numbered(IReadOnlyList<StreamAppend> appends, EventMetadata by, CancellationToken stop, SqlBatch? alongside)
        {
            var opened = withdrawal.Openings.Select(opening => opening.Id).ToHashSet();
            if (opened.Count == 0) await store.Append(appends, by, stop, alongside);
            else
            {
                await numbers.Append(
                    street, withdrawal.Openings, by, stop, [.. appends.Where(append => !opened.Contains(append.Stream.Id))]);
            }
        }

        WithdrawnImport Answer(AppendResult<LedgerBatch> result) => new(
            command.Batch, result.State.Withdrawn!.At, result.State.Withdrawn.Reason, result.State.Imported!.Cases.Count,
            result.State.Imported.Inspections.Count);
    }

    private static FieldError Error(ImportedNow row) => new(
        $"/{(row.Kind is RowKind.Case ? "cases" : "inspections")}/{row.Row.Id}", "imported-row-in-use",
        $"{row.Name}（台账编号 {row.Row.Id}）{row.Use}，不能撤回。");

    private async Task<IReadOnlyList<ImportedNow>> Rows(string street, LedgerBatch batch, CancellationToken cancellation)
    {
        if (batch is not { Imported: { } imported, Withdrawn: null }) return [];
        var asked = imported.Cases.Select(row => (Kind: RowKind.Case, Row: row))
            .Concat(imported.Inspections.Select(row => (Kind: RowKind.Inspection, Row: row))).ToList();
        var here = await ledger.Of(street, asked.Select(row => (row.Kind, row.Row.Id)), cancellation);
        var references = await References(street, [.. here.Values.Select(stream => stream.Id.Id)], cancellation);
        return
        [
            .. from row in asked
               let stream = here[(row.Kind, row.Row.Id)]
               select new ImportedNow(
                   row.Kind, row.Row, stream, LedgerIds.Of(street, row.Kind, row.Row.Id, stream.Take + 1),
                   references.GetValueOrDefault(stream.Id.Id)),
        ];
    }

    /// <summary>What was done elsewhere and rests on them.</summary>
    private async Task<Dictionary<Guid, string>> References(string street, Guid[] ids, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var found = await connection.QueryAsync<(Guid Id, string Why)>(new CommandDefinition(
            """
            SELECT merged_into, '已有其他案件并入' FROM findings
            WHERE street = @street AND status = 'Merged' AND merged_into = ANY (@ids) AND NOT id = ANY (@ids)
            UNION ALL SELECT finding, '已登记回头看结果' FROM look_backs
            WHERE street = @street AND finding = ANY (@ids) AND state IN ('StillFixed', 'NotFixed')
            UNION ALL SELECT inspection_id, '已由该次检查登记问题' FROM findings WHERE street = @street AND inspection_id = ANY (@ids)
            """,
            new { street, ids }, cancellationToken: cancellation));
        return found.DistinctBy(row => row.Id).ToDictionary(row => row.Id, row => row.Why);
    }

    private async Task<IReadOnlyList<PlannedLookBack>> LookBacks(
        string street, IReadOnlyList<ImportedNow> rows, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var planned = await connection.QueryAsync<(Guid Id, long Version)>(new CommandDefinition(
            "SELECT id, version FROM look_backs WHERE street = @street AND finding = ANY (@ids) AND state = 'Planned' ORDER BY id",
            new { street, ids = rows.Select(row => row.Here.Id.Id).ToArray() }, cancellationToken: cancellation));
        return [.. planned.Select(row => new PlannedLookBack(new(street, row.Id), row.Version))];
    }
}
