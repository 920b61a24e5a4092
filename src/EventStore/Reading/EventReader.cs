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
                if (!await open.IsClosed(connection, cancellation)) return [];
                (settled, gap) = (open.Head, null);
            }

            var rows = await Rows(connection, after, cancellation);
            var ready = Contiguous(rows, after);
            if (ready < rows.Count) gap = await Gap.See(connection, cancellation);
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
}
