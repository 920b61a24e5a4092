using System.Collections.Concurrent;
using Npgsql;

namespace Campaign.EventStore;

/// <param name="Position">Sequence of the last event that was handled.</param>
/// <param name="Head">Sequence of the newest event.</param>
/// <param name="LagEvents">Events not handled yet.</param>
/// <param name="LagSeconds">Age of the oldest event not handled yet; 0 when there is none.</param>
/// <param name="LastError">Why this instance cannot go on; null when it can or is not the active one.</param>
/// <param name="WaitsFor">Whom this instance's reader waits for at a gap in the numbers;
/// null when it does not or is not the active one.</param>
public sealed record SubscriptionStatus(
    string Name, long Position, long Head, long LagEvents, double LagSeconds, string? LastError, GapHolder? WaitsFor);

/// <summary>How far every subscription of the service is, whichever instance runs it.</summary>
public sealed class SubscriptionStatuses
{
    private const string Sql = """
        SELECT n.name, coalesce(p.last_seq_id, 0), coalesce((SELECT max(seq_id) FROM public.mt_events), 0),
            (SELECT count(*) FROM public.mt_events WHERE seq_id > coalesce(p.last_seq_id, 0) AND type <> 'tombstone'),
            coalesce((SELECT extract(epoch FROM clock_timestamp() - e.timestamp)::float8 FROM public.mt_events e
                WHERE e.seq_id > coalesce(p.last_seq_id, 0) AND e.type <> 'tombstone' ORDER BY e.seq_id LIMIT 1), 0)
        FROM unnest($1) AS n (name) LEFT JOIN public.mt_event_progression p ON p.name = n.name || ':All'
        ORDER BY n.name
        """;

    private readonly NpgsqlDataSource database;
    private readonly SubscriptionFaults faults;
    private readonly GapWaits waits;
    private readonly string[] names;

    internal SubscriptionStatuses(NpgsqlDataSource database, SubscriptionFaults faults, GapWaits waits, IEnumerable<string> names)
        => (this.database, this.faults, this.waits, this.names) = (database, faults, waits, [.. names]);

    public async Task<IReadOnlyList<SubscriptionStatus>> Read(CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = names });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var statuses = new List<SubscriptionStatus>();
        while (await row.ReadAsync(cancellation))
        {
            var name = row.GetString(0);
            statuses.Add(new(name, row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetDouble(4), faults.Of(name), waits.Of(name)));
        }

        return statuses;
    }
}

/// <summary>The last error of each subscription of this process.</summary>
internal sealed class SubscriptionFaults
{
    private readonly ConcurrentDictionary<string, string> errors = new(StringComparer.Ordinal);

    public void Report(string name, string error) => errors[name] = error;

    public void Clear(string name) => errors.TryRemove(name, out _);

    public string? Of(string name) => errors.GetValueOrDefault(name);
}
