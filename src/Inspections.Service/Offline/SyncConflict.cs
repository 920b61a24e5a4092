using System.Text.Json;
using Campaign.EventStore;

namespace Campaign.Inspections.Offline;

/// <summary>One device's intents to one thing, waiting because others changed the thing meanwhile.</summary>
internal sealed record SyncConflict : IAggregate<SyncConflict, IConflictEvent>
{
    public static SyncConflict Initial { get; } = new();

    public ConflictState State { get; init; }
    public Guid Device { get; init; }
    public string Client { get; init; } = "";
    public string Account { get; init; } = "";
    public IReadOnlyList<string> Units { get; init; } = [];
    public Guid Target { get; init; }
    public long BaseVersion { get; init; }
    public IReadOnlyList<WaitingIntent> Waiting { get; init; } = [];
    public DateTimeOffset RaisedAt { get; init; }
    public ConflictResolved? Resolution { get; init; }

    public SyncConflict Evolve(IConflictEvent @event) => @event switch
    {
        ConflictRaised e => this with
        {
            State = ConflictState.Open,
            Device = e.Device,
            Client = e.Client,
            Account = e.Account,
            Units = e.Units,
            Target = e.Target,
            BaseVersion = e.BaseVersion,
            Waiting = [new(e.Intent, e.Sequence, e.Kind, e.At, e.BaseVersion, e.Body)],
            RaisedAt = e.RaisedAt,
        },
        ConflictJoined e => this with { Waiting = [.. Waiting, new(e.Intent, e.Sequence, e.Kind, e.At, e.BaseVersion, e.Body)] },
        ConflictResolved e => this with { State = ConflictState.Resolved, Resolution = e },
    };

    public StreamId Thing(string street) => new(street, Target);

    public static StreamId<SyncConflict> Stream(string street, Guid intent) => StreamId<SyncConflict>.Named(street, "conflict", intent);
}

internal enum ConflictState { None, Open, Resolved }

/// <param name="Body">As it was sent, JSON.</param>
internal sealed record WaitingIntent(Guid Id, long Sequence, string Kind, DateTimeOffset At, long BaseVersion, string? Body)
{
    public Intent Again(Guid target) => new(Sequence, Id, Kind, At, target, BaseVersion, Json);

    public JsonElement? Json => Body is null ? null : JsonSerializer.Deserialize<JsonElement>(Body);
}
