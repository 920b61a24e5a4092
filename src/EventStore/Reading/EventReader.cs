using Campaign.EventStore.BuiltIn;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>
/// Reads committed events in order and never past one that may still be committed. Numbers are taken before commit, so a
/// missing number is either in flight or dead; only evidence decides, never a clock (ADR 1).
/// </summary>
internal sealed class EventReader(EventTypes types, int pageSize)
{
    private const string Page = $"select {EventRow.Columns} from public.mt_events where seq_id > $1 order by seq_id limit $2";

    private const string SequenceLock = """
        relation = 'public.mt_events_sequence'::regclass and database = (select oid from pg_database where datname = current_database())
        """;

    // Whoever holds a number below the head has an older transaction id than the one assigned here; Marten's own append
    // may take its number before an id, but holds a lock on the sequence from then to its end.
    private const string SeeGap = $"""
        select pg_current_xact_id()::text::bigint, (select max(seq_id) from public.mt_events),
            array(select virtualtransaction from pg_locks where {SequenceLock})
        """;

    private const string GapIsClosed = $"""
        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= $1
            and not exists (select from pg_locks where {SequenceLock} and virtualtransaction = any ($2))
        """;

    private Gap? gap;
    private long settled;

    /// <summary>An event is in flight below one that is already visible: look again soon.</summary>
    public bool IsHeld => gap is not null;

    /// <summary>The next events after a position; empty when there are none or the next one is still in flight.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> Next(NpgsqlConnection connection, long after, CancellationToken cancellation)
    {
        while (true)
        {
            if (gap is { } open)
            {
                if (!await IsClosed(connection, open, cancellation)) return [];
                (settled, gap) = (open.Head, null);
            }

            var rows = await Rows(connection, after, cancellation);
            var ready = Contiguous(rows, after);
            if (ready < rows.Count) gap = await See(connection, cancellation);
            if (ready > 0 || gap is null) return Decode(rows, ready);
        }
    }

    private int Contiguous(List<EventRow> rows, long after)
    {
        for (var i = 0; i < rows.Count; after = rows[i++].Sequence)
        {
            if (rows[i].Sequence != after + 1 && rows[i].Sequence > settled) return i;
        }

        return rows.Count;
    }

    // What precedes an event that this release cannot read is handed on; the event itself stops the reader.
    private List<RecordedEvent> Decode(List<EventRow> rows, int count)
    {
        var events = new List<RecordedEvent>(count);
        try
        {
            for (var i = 0; i < count; i++) events.Add(rows[i].Decode(types));
        }
        catch (Exception) when (events.Count > 0)
        {
            // Comes again as the first of the next page, and out of here.
        }

        return events;
    }

    private async Task<List<EventRow>> Rows(NpgsqlConnection connection, long after, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Page, connection)
        {
            Parameters = { new NpgsqlParameter<long> { TypedValue = after }, new NpgsqlParameter<int> { TypedValue = pageSize } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<EventRow>();
        while (await reader.ReadAsync(cancellation)) rows.Add(EventRow.From(reader));
        return rows;
    }

    private static async Task<Gap> See(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SeeGap, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        return new(reader.GetInt64(0), reader.GetInt64(1), reader.GetFieldValue<string[]>(2));
    }

    private static async Task<bool> IsClosed(NpgsqlConnection connection, Gap gap, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(GapIsClosed, connection)
        {
            Parameters =
            {
                new NpgsqlParameter<long> { TypedValue = gap.Transaction },
                new NpgsqlParameter<string[]> { TypedValue = gap.SequenceHolders },
            },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <param name="Transaction">An id younger than that of every transaction that had taken a number below the head.</param>
    /// <param name="Head">The highest number visible then: with the evidence, all below it are visible or dead.</param>
    /// <param name="SequenceHolders">Transactions that had taken some number and were not finished.</param>
    private sealed record Gap(long Transaction, long Head, string[] SequenceHolders);
}
