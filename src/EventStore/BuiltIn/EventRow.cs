using System.Text.Json;
using Npgsql;

namespace Campaign.EventStore.BuiltIn;

/// <summary>A row of <c>mt_events</c> as read, before its JSON is looked at.</summary>
internal readonly record struct EventRow(
    long Sequence, Guid Id, Guid Stream, long Version, byte[] Data, string Type, DateTimeOffset Timestamp, string Tenant,
    string? CorrelationId, string? CausationId, byte[]? Headers)
{
    public const string User = "user";
    public const string TraceParent = "traceparent";
    public const string Columns =
        "seq_id, id, stream_id, version, data, type, timestamp, tenant_id, correlation_id, causation_id, headers";

    public static EventRow From(NpgsqlDataReader row) => new(
        row.GetInt64(0), row.GetGuid(1), row.GetGuid(2), row.GetInt64(3), row.GetFieldValue<byte[]>(4), row.GetString(5),
        row.GetFieldValue<DateTimeOffset>(6), row.GetString(7), Text(row, 8), Text(row, 9),
        row.IsDBNull(10) ? null : row.GetFieldValue<byte[]>(10));

    public RecordedEvent Decode(EventTypes types)
    {
        var metadata = new EventMetadata(CorrelationId, CausationId);
        if (Headers is not null)
        {
            using var headers = JsonDocument.Parse(Headers);
            metadata = metadata with { User = Text(headers.RootElement, User), TraceParent = Text(headers.RootElement, TraceParent) };
        }

        return new(new StreamId(Tenant, Stream), Version, Id, types.Read(Type, Data), metadata, Sequence, Timestamp);
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string? Text(JsonElement headers, string name)
        => headers.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
