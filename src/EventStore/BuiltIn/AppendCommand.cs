using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.EventStore.BuiltIn;

/// <summary>The one call that appends: streams and events as arrays, each event pointing at its stream by ordinal.</summary>
internal static class AppendCommand
{
    private const string Sql =
        "select public.campaign_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    public static NpgsqlBatchCommand Of(IReadOnlyList<(StreamAppend Append, EventMetadata Metadata)> items, EventTypes types, bool strict)
    {
        var appends = items.Select(item => item.Append).ToArray();
        var metadata = items.Select(item => item.Append.Metadata ?? item.Metadata).ToArray();
        var events = appends
            .SelectMany((append, stream) => append.Events.Select((e, index) => (Stream: stream + 1, Version: append.ExpectedVersion + index + 1, e.Id, e.Data)))
            .ToArray();
        return new NpgsqlBatchCommand(Sql)
        {
            Parameters =
            {
                new NpgsqlParameter<bool> { TypedValue = strict },
                Array(NpgsqlDbType.Varchar, appends, a => a.Stream.Tenant),
                Array(NpgsqlDbType.Uuid, appends, a => a.Stream.Id),
                Array(NpgsqlDbType.Varchar, appends, a => a.Aggregate),
                Array(NpgsqlDbType.Bigint, appends, a => a.ExpectedVersion),
                Array(NpgsqlDbType.Bigint, appends, a => a.ExpectedVersion + a.Events.Count),
                Array(NpgsqlDbType.Integer, events, e => e.Stream),
                Array(NpgsqlDbType.Bigint, events, e => e.Version),
                Array(NpgsqlDbType.Uuid, events, e => e.Id),
                Array(NpgsqlDbType.Varchar, events, e => types.NameOf(e.Data.GetType())),
                Array(NpgsqlDbType.Varchar, events, e => DotNetName(e.Data.GetType())),
                Array(NpgsqlDbType.Jsonb, events, e => types.Write(e.Data)),
                Array(NpgsqlDbType.Varchar, metadata, m => m.CorrelationId),
                Array(NpgsqlDbType.Varchar, metadata, m => m.CausationId),
                Array(NpgsqlDbType.Jsonb, metadata, Headers),
            },
        };
    }

    private static NpgsqlParameter<TValue[]> Array<TItem, TValue>(
        NpgsqlDbType type, IReadOnlyList<TItem> items, Func<TItem, TValue> value)
        => new() { NpgsqlDbType = NpgsqlDbType.Array | type, TypedValue = [.. items.Select(value)] };

    private static string DotNetName(Type type) => $"{type.FullName}, {type.Assembly.GetName().Name}";

    private static string? Headers(EventMetadata metadata)
    {
        if (metadata is { User: null, TraceParent: null }) return null;
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        if (metadata.User is { } user) headers.Add(EventRow.User, user);
        if (metadata.TraceParent is { } trace) headers.Add(EventRow.TraceParent, trace);
        return JsonSerializer.Serialize(headers);
    }
}
