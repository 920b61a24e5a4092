using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Campaign.EventStore.BuiltIn;

/// <summary>The one call that appends: streams and events as arrays, each event pointing at its stream by its place.</summary>
internal static class AppendCommand
{
    private const string Sql =
        "select public.campaign_append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";

    /// <summary>Answers the places, from 1, of those items that clashed.</summary>
    /// <param name="strict">A clash is an error instead.</param>
    /// <param name="patience">How long the transaction waits for somebody's lock, as PostgreSQL writes it; null for as long as it takes.</param>
    public static NpgsqlBatchCommand Of(
        IReadOnlyList<(StreamAppend Append, EventMetadata Metadata)> items, EventTypes types, bool strict, string? patience = null)
    {
        var (grown, events) = (new List<Grown>(), new List<(Grown Of, long Version, NewEvent Event, EventMetadata Metadata)>());
        foreach (var (append, metadata) in items)
        {
            // What goes on where the one before it ended is one step of the stream; where clashes are told apart, each is its own.
            if (strict && grown is [.., var last] && last.Stream == append.Stream && last.Reached == append.ExpectedVersion) last.Reached += append.Events.Count;
            else grown.Add(new(grown.Count + 1, append));
            var version = append.ExpectedVersion;
            foreach (var e in append.Events) events.Add((grown[^1], ++version, e, append.Metadata ?? metadata));
        }

        var streams = grown.OrderBy(s => s.Expected > 0).ThenBy(s => s.Stream.Tenant, StringComparer.Ordinal).ThenBy(s => s.Stream.Id).ToList();
        return new NpgsqlBatchCommand(Sql)
        {
            Parameters =
            {
                new NpgsqlParameter<bool> { TypedValue = strict },
                new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Varchar, TypedValue = patience },
                Array(NpgsqlDbType.Integer, streams, s => s.Place),
                Array(NpgsqlDbType.Varchar, streams, s => s.Stream.Tenant),
                Array(NpgsqlDbType.Uuid, streams, s => s.Stream.Id),
                Array(NpgsqlDbType.Varchar, streams, s => s.Aggregate),
                Array(NpgsqlDbType.Bigint, streams, s => s.Expected),
                Array(NpgsqlDbType.Bigint, streams, s => s.Reached),
                Array(NpgsqlDbType.Integer, events, e => e.Of.Place),
                Array(NpgsqlDbType.Varchar, events, e => e.Of.Stream.Tenant),
                Array(NpgsqlDbType.Uuid, events, e => e.Of.Stream.Id),
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

    private sealed class Grown(int place, StreamAppend first)
    {
        public int Place => place;

        public StreamId Stream => first.Stream;

        public string Aggregate => first.Aggregate;

        public long Expected => first.ExpectedVersion;

        public long Reached { get; set; } = first.ExpectedVersion + first.Events.Count;
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
