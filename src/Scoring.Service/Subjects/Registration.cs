using Campaign.EventStore;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Subjects;

/// <summary>The unit or the street as Tasks last told it; what is older than that came late and is not needed.</summary>
internal sealed record Registration : IAggregate<Registration, IRegistrationEvent>
{
    public static Registration Initial { get; } = new();

    public long SourceVersion { get; init; }

    public Registration Evolve(IRegistrationEvent @event) => this with { SourceVersion = @event.SourceVersion };

    public static StreamId<Registration> OfUnit(string street, string unit) => StreamId<Registration>.Named(street, $"subject/{unit}");

    public static StreamId<Registration> OfStreet(string street) => StreamId<Registration>.Named(street, "street");
}

internal sealed record Register(IRegistrationEvent Told)
{
    public Decision Decide(Registration registration) =>
        registration.SourceVersion >= Told.SourceVersion ? Decision.Nothing : Decision.Of(Told);
}
