using Campaign.EventStore;

namespace Campaign.Inspections.Reference;

// What Tasks says of streets and units, kept as streams of our own: rebuilt like everything else, and asked without a call.

/// <summary>A street takes part, under this name.</summary>
/// <param name="SourceVersion">Version of the street's stream in Tasks; an older one that comes later is ignored.</param>
internal sealed record StreetNoted(string Name, long SourceVersion) : IReferenceEvent;

/// <summary>A unit takes part from a day on.</summary>
internal sealed record UnitNoted(
    string Unit, string Name, string? Category, DateOnly From, DateOnly? Until, long SourceVersion) : IReferenceEvent;

/// <summary>A community is part of the street, under this name.</summary>
internal sealed record CommunityNoted(string Community, string Name, long SourceVersion) : IReferenceEvent;

internal interface IReferenceEvent;

/// <summary>How far Tasks has been followed; the same for a street as for a unit or a community.</summary>
internal sealed record ReferenceReplica(long SourceVersion) : IAggregate<ReferenceReplica, IReferenceEvent>
{
    public static ReferenceReplica Initial { get; } = new(0);

    public ReferenceReplica Evolve(IReferenceEvent @event) => @event switch
    {
        StreetNoted e => new(e.SourceVersion),
        UnitNoted e => new(e.SourceVersion),
        CommunityNoted e => new(e.SourceVersion),
    };

    public Decision Follow(long sourceVersion, IReferenceEvent @event) =>
        sourceVersion <= SourceVersion ? Decision.Nothing : Decision.Of(@event);

    public static StreamId<ReferenceReplica> Street(string street) => StreamId<ReferenceReplica>.Named(street, "street");

    public static StreamId<ReferenceReplica> Unit(string street, string unit) => StreamId<ReferenceReplica>.Named(street, $"unit/{unit}");

    public static StreamId<ReferenceReplica> Community(string street, string community) =>
        StreamId<ReferenceReplica>.Named(street, $"community/{community}");
}
