using Campaign.EventStore;

namespace Campaign.Scoring.Subjects;

/// <summary>The unit or the street as Tasks last told it; what is older than that came late and is not needed.</summary>
internal sealed record Registration : IAggregate<Registration>
{
    public static Registration Initial { get; } = new();

    public long SourceVersion { get; init; }

    public Registration Evolve(object @event) => @event switch
    {
        SubjectRegistered e => this with { SourceVersion = e.SourceVersion },
        StreetNamed e => this with { SourceVersion = e.SourceVersion },
        _ => this,
    };

    public static StreamId OfUnit(string street, string unit) => new(street, DeterministicGuid.From(Guid.Empty, $"subject/{unit}"));

    public static StreamId OfStreet(string street) => new(street, DeterministicGuid.From(Guid.Empty, "street"));
}

internal sealed record Register(long SourceVersion, object Fact)
{
    public Decision Decide(Registration registration) => registration.SourceVersion >= SourceVersion ? Decision.Nothing : Decision.Of(Fact);
}
