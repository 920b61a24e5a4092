using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Messaging;
using Campaign.Scoring.Kernel;
using MassTransit;

namespace Campaign.Scoring.Inbox;

/// <summary>
/// A finding, an inspection or an assignment as far as other services have told of it; the stream bears the id of their stream. All that a
/// decision asks is whether a fact is known, so facts may come in any order.
/// </summary>
internal sealed record IngestedFacts : IAggregate<IngestedFacts, IInboundEvent>
{
    public static IngestedFacts Initial { get; } = new();

    public ImmutableHashSet<long> Versions { get; init; } = [];

    public IngestedFacts Evolve(IInboundEvent @event) => this with { Versions = Versions.Add(@event.SourceVersion) };
}

/// <summary>Keeps a fact, whatever was kept before; the same one twice is one.</summary>
internal sealed record IngestFact(IInboundEvent Fact)
{
    public Decision Decide(IngestedFacts facts) => facts.Versions.Contains(Fact.SourceVersion) ? Decision.Nothing : Decision.Of(Fact);
}

internal static class Ingesting
{
    /// <param name="id">Of the stream that the contract tells of.</param>
    public static Task Ingest<T>(this IEventStore store, ConsumeContext<T> context, string street, Guid id) where T : class =>
        store.Handle(context, new StreamId<IngestedFacts>(street, id), new IngestFact(InboundMapper.ToEvent(context.Message)).Decide);
}
