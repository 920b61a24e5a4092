using Npgsql;

namespace Campaign.EventStore;

/// <param name="Position">How far the reader is with them. Behind the last event where numbers follow that were drawn in vain.</param>
internal readonly record struct EventPage(IReadOnlyList<RecordedEvent> Events, long Position);

/// <summary>
/// Reads committed events in order and never past one that may still be committed. Numbers are taken before commit, so a
/// missing number is either in flight or dead; only evidence decides, never a clock (ADR 1).
/// </summary>
internal sealed class EventReader(EventTypes types, int pageSize)
{
    private const string Page = $"SELECT {EventRow.Columns} FROM public.mt_events WHERE seq_id > $1 ORDER BY seq_id LIMIT $2";

    private SequenceGap? gap;
    private long settled;

    /// <summary>An event is in flight below one that is already visible: look again soon.</summary>
    public bool IsWaitingForGap => gap is not null;

    /// <summary>Who may still commit it, as it was at the last look.</summary>
    public GapHolder? WaitsFor { get; private set; }

    /// <summary>
    /// The next events after a position; none, and the same position, when there are none or the next one is still in flight.
    /// </summary>
    public async Task<EventPage> Next(NpgsqlConnection connection, long after, CancellationToken cancellation)
    {
        while (true)
        {
            if (gap is { } open)
            {
                WaitsFor = await open.HeldBy(connection, cancellation);
                if (WaitsFor is not null) return new([], after);
                (settled, gap) = (open.Head, null);
            }

            var rows = await Rows(connection, after, cancellation);
            var ready = Contiguous(rows, after);
            if (ready < rows.Count) gap = await SequenceGap.Detect(connection, cancellation);
            if (ready > 0 || gap is null) return Decode(rows, ready, after);
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
    private EventPage Decode(List<EventRow> rows, int count, long position)
    {
        var events = new List<RecordedEvent>(count);
        try
        {
            foreach (var row in rows.Take(count))
            {
                if (row.Type != EventRow.Tombstone) events.Add(row.Decode(types));
                position = row.Sequence;
            }
        }
        catch (Exception) when (events.Count > 0)
        {
            // Comes again as the first of the next page, and out of here.
        }

        return new(events, position);
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
