using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Countdown;

/// <summary>
/// Moves what hangs on the evaluation date, one assignment at a time. Each knows the date it hangs on, so it does not matter
/// how often this is begun anew, nor by how many instances.
/// </summary>
internal sealed class DeadlineMover(NpgsqlDataSource database, IEventStore store, TimeProvider clock)
{
    private const int PageSize = 500;
    private const int AtOnce = 8;

    private const string Hanging = "evaluation_date IS NOT NULL AND status IN ('Issued', 'Acknowledged', 'Submitted', 'Returned')";

    public async Task<IReadOnlyList<MovedDeadline>> Preview(
        string street, DateOnly date, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(Guid Id, string Title, string Unit, DateTimeOffset Due, DateOnly Date)>(
            new CommandDefinition(
            $"SELECT id, title, unit, due, evaluation_date FROM assignments WHERE street = @street AND {Hanging} AND evaluation_date <> @date ORDER BY due, id",
            new { street, date }, cancellationToken: cancellation));
        return
        [
            .. from row in rows
               let to = MoveDeadline.Moved(row.Due, row.Date, date)
               select new MovedDeadline(row.Id, row.Title, row.Unit, row.Due, to, to <= now),
        ];
    }

    public async Task Move(string street, EventMetadata metadata, CancellationToken cancellation)
    {
        var (evaluation, _) = await store.Load(EvaluationDate.Stream(street), cancellation);
        if (evaluation.Date is not { } date) return;
        var move = new MoveDeadline(date, evaluation.Reason, clock.GetUtcNow());
        var last = Guid.Empty;
        while (await Left(street, date, last, cancellation) is { Count: > 0 } ids)
        {
            await Parallel.ForEachAsync(
                ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
                async (id, token) =>
                    await store.Transact(Assignment.Stream(street, id), move.Decide, new TransactOptions(metadata), token));
            last = ids[^1];
        }
    }

    /// <summary>
    /// Streets where an assignment hangs on a date that is no more: it was issued, or an instance fell, while the date moved.
    /// </summary>
    public async Task<IReadOnlyList<string>> StreetsLeft(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var streets = await connection.QueryAsync<string>(new CommandDefinition(
            $"""
             SELECT street FROM evaluation_dates e
             WHERE EXISTS (SELECT 1 FROM assignments a WHERE a.street = e.street AND {Hanging} AND a.evaluation_date <> e.day)
             """, cancellationToken: cancellation));
        return streets.AsList();
    }

    private async Task<IReadOnlyList<Guid>> Left(string street, DateOnly date, Guid after, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var ids = await connection.QueryAsync<Guid>(new CommandDefinition(
            $"SELECT id FROM assignments WHERE street = @street AND {Hanging} AND evaluation_date <> @date AND id > @after ORDER BY id LIMIT @PageSize",
            new { street, date, after, PageSize }, cancellationToken: cancellation));
        return ids.AsList();
    }
}
