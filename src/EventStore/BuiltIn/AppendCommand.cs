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
        var (streams, events) = (new List<Grown>(), new List<(int Stream, long Version, NewEvent Event, EventMetadata Metadata)>());
        foreach (var (append, metadata) in items)
        {
            // What goes on where the one before it ended is one step of the stream; where clashes are told apart, each is its own.
            var reached = append.ExpectedVersion + append.Events.Count;
            if (strict && streams is [.., var last] && last.Stream == append.Stream && last.Reached == append.ExpectedVersion) streams[^1] = last with { Reached = reached };
            else streams.Add(new(append.Stream, append.Aggregate, append.ExpectedVersion, reached));
            var version = append.ExpectedVersion;
            foreach (var e in append.Events) events.Add((streams.Count, ++version, e, append.Metadata ?? metadata));
        }

        return new NpgsqlBatchCommand(Sql)
        {
            Parameters =
            {
                new NpgsqlParameter<bool> { TypedValue = strict },
                Array(NpgsqlDbType.Varchar, streams, s => s.Stream.Tenant),
                Array(NpgsqlDbType.Uuid, streams, s => s.Stream.Id),
                Array(NpgsqlDbType.Varchar, streams, s => s.Aggregate),
                Array(NpgsqlDbType.Bigint, streams, s => s.Expected),
                Array(NpgsqlDbType.Bigint, streams, s => s.Reached),
                Array(NpgsqlDbType.Integer, events, e => e.Stream),
                Array(NpgsqlDbType.Bigint, events, e => e.Version),
                Array(NpgsqlDbType.Uuid, events, e => e.Event.Id),
                Array(NpgsqlDbType.Varchar, events, e => types.NameOf(e.Event.Data.GetType())),
                Array(NpgsqlDbType.Varchar, events, e => DotNetName(e.Event.Data.GetType())),
                Array(NpgsqlDbType.Jsonb, events, e => types.Write(e.Event.Data)),
                Array(NpgsqlDbType.Varchar, events, e => e.Metadata.CorrelationId),
                Array(NpgsqlDbType.Varchar, events, e => e.Metadata.CausationId),
                Array(NpgsqlDbType.Jsonb, events, e => Headers(e.Metadata)),
            },
        };
    }

    private sealed record Grown(StreamId Stream, string Aggregate, long Expected, long Reached);

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
