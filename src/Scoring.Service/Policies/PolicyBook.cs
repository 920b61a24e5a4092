using System.Collections.Immutable;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Policies;

/// <summary>The events of a street's policies.</summary>
internal interface IPolicyEvent;

/// <summary>考评办法: a street's policy, effective from a month until the next one.</summary>
internal sealed record PolicyAdopted(string Month, Stored.Policy Policy, DateTimeOffset At) : IPolicyEvent;

/// <summary>All policies of a street by the month from which they are in force.</summary>
internal sealed record PolicyBook : IAggregate<PolicyBook, IPolicyEvent>
{
    public static PolicyBook Initial { get; } = new();

    public ImmutableSortedDictionary<string, Policy> ByMonth { get; init; } =
        ImmutableSortedDictionary.Create<string, Policy>(StringComparer.Ordinal);

    public PolicyBook Evolve(IPolicyEvent @event) => @event switch
    {
        PolicyAdopted e => this with { ByMonth = ByMonth.SetItem(e.Month, e.Policy.ToPolicy()) },
    };

    /// <summary>The month up to which, itself not included, a policy adopted for <paramref name="month"/> is in force.</summary>
    public string? NextAfter(string month) => ByMonth.Keys.FirstOrDefault(other => string.CompareOrdinal(other, month) > 0);

    public static StreamId<PolicyBook> Stream(string street) => StreamId<PolicyBook>.Named(street, "policies");
}
