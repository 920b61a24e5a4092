using Campaign.EventStore;

namespace Campaign.Inspections.Reference;

// What Tasks says of streets and units, kept as streams of our own: rebuilt like everything else, and asked without a call.

/// <summary>A street takes part, under this name.</summary>
/// <param name="SourceVersion">Version of the street's stream in Tasks; an older one that comes later is ignored.</param>
internal sealed record StreetNoted(string Name, long SourceVersion);

/// <summary>A unit takes part from a day on.</summary>
internal sealed record UnitNoted(string Unit, string Name, string? Category, DateOnly From, DateOnly? Until, long SourceVersion);

/// <summary>A community is part of the street, under this name.</summary>
internal sealed record CommunityNoted(string Community, string Name, long SourceVersion);

/// <summary>How far Tasks has been followed; the same for a street as for a unit or a community.</summary>
internal sealed record ReferenceReplica(long SourceVersion) : IAggregate<ReferenceReplica>
{
    public static ReferenceReplica Initial { get; } = new(0);

    public ReferenceReplica Evolve(object @event) => @event switch
    {
        StreetNoted e => new(e.SourceVersion),
        UnitNoted e => new(e.SourceVersion),
        CommunityNoted e => new(e.SourceVersion),
        _ => this,
    };

    public Decision Follow(long sourceVersion, object @event) => sourceVersion <= SourceVersion ? Decision.Nothing : Decision.Of(@event);

    public static StreamId Street(string street) => new(street, DeterministicGuid.From(Guid.Empty, "street"));

    public static StreamId Unit(string street, string unit) => new(street, DeterministicGuid.From(Guid.Empty, $"unit/{unit}"));

    public static StreamId Community(string street, string community) => new(street, DeterministicGuid.From(Guid.Empty, $"community/{community}"));
}

internal sealed class StreetsAndUnitsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        switch (@event.Data)
        {
            case StreetNoted e:
                sql.Add(
                    "INSERT INTO known_streets (street, name) VALUES ($1, $2) ON CONFLICT (street) DO UPDATE SET name = excluded.name",
                    @event.Stream.Tenant, e.Name);
                break;
            case UnitNoted e:
                sql.Add(
                    """
                    INSERT INTO known_units (street, unit, name, category, valid_from, valid_until) VALUES ($1, $2, $3, $4, $5, $6)
                    ON CONFLICT (street, unit) DO UPDATE SET
                        name = excluded.name, category = excluded.category, valid_from = excluded.valid_from, valid_until = excluded.valid_until
                    """,
                    @event.Stream.Tenant, e.Unit, e.Name, e.Category, e.From, e.Until);
                break;
            case CommunityNoted e:
                sql.Add(
                    """
                    INSERT INTO known_communities (street, community, name) VALUES ($1, $2, $3)
                    ON CONFLICT (street, community) DO UPDATE SET name = excluded.name
                    """,
                    @event.Stream.Tenant, e.Community, e.Name);
                break;
        }
    }
}
