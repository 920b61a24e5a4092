using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Scoring.Cases;
using Campaign.Scoring.Metrics;
using Campaign.Scoring.Visits;

namespace Campaign.Scoring.Sources;

/// <summary>
/// A case, an inspection or an assignment as far as other services have told of it; the stream bears the id of their stream. All that a
/// decision asks is whether a fact is known, so facts may come in any order.
/// </summary>
internal sealed record Source : IAggregate<Source>
{
    public static Source Initial { get; } = new();

    public ImmutableHashSet<long> Versions { get; init; } = [];

    public Source Evolve(object @event) => VersionOf(@event) is { } version ? this with { Versions = Versions.Add(version) } : this;

    public static long? VersionOf(object @event) => @event switch
    {
        InspectionTaken e => e.SourceVersion,
        InspectionBegun e => e.SourceVersion,
        InspectionHandedIn e => e.SourceVersion,
        AssignmentMissedDeadline e => e.SourceVersion,
        CaseHandled e => e.SourceVersion,
        _ => CaseFact.Of(Guid.Empty, Guid.Empty, @event)?.Version,
    };
}

/// <summary>Keeps a fact, whatever was kept before; the same one twice is one.</summary>
internal sealed record TakeFact(object Fact)
{
    public Decision Decide(Source source) =>
        Source.VersionOf(Fact) is { } version && source.Versions.Contains(version) ? Decision.Nothing : Decision.Of(Fact);
}
