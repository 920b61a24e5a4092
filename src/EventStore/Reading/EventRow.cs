using System.Text.Json;
using Npgsql;

namespace Campaign.EventStore;

/// <summary>A row of <c>mt_events</c> as read, before its JSON is looked at.</summary>
internal readonly record struct EventRow(
    long Sequence, Guid Id, Guid Stream, long Version, byte[] Data, string Type, DateTimeOffset Timestamp, string Tenant,
    string? CorrelationId, string? CausationId, byte[]? Headers, string? User)
{
    public const string TraceParent = "traceparent";

    /// <summary>What Marten writes in the place of a number that was drawn in vain.</summary>
    public const string Tombstone = "tombstone";

    public const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers, user_name";

    public static EventRow From(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetFieldValue<byte[]>(4), row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6), row.GetString(7), Text(row, 8), Text(row, 9),
        row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10), Text(row, 11));

    public RecordedEvent Decode(EventTypes types)
    {
        var metadata = new EventMetadata(CorrelationId, CausationId, User);
        // Marten keeps the user in a column; releases before it kept him in the headers. Where there are none it writes null, in JSON.
        if (Headers is not null && !Headers.AsSpan().SequenceEqual("null"u8))
        {
            using var headers = JsonDocument.Parse(Headers);
            metadata = metadata with
            {
                User = User ?? Text(headers.RootElement, "user"),
                TraceParent = Text(headers.RootElement, TraceParent),
            };
        }

        return new(new StreamId(Tenant, Stream), Version, Id, types.Read(Type, Data), metadata, Sequence, Timestamp);
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string? Text(JsonElement headers, string name)
        => headers.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
