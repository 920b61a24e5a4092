namespace Campaign.EventStore.Tests;

/// <summary>A second aggregate, for decisions over streams of several types.</summary>
public sealed record Docket(int Entries) : IAggregate<Docket>
{
    public static Docket Initial { get; } = new(Entries: 0);

    public Docket Evolve(object @event) => @event is CaseNoted ? new(Entries + 1) : this;
}
