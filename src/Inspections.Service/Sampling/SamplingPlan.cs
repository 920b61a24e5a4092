using Campaign.EventStore;

namespace Campaign.Inspections.Sampling;

/// <summary>抽样方案: how many places have to be looked at in a period, by the size of the city and by type of venue.</summary>
/// <param name="Standard">Dialect of the standard that asks for them.</param>
/// <param name="CitySize">The size in force; one of <paramref name="Minimums"/>.</param>
/// <param name="Split">How a minimum is made up, as far as it is known.</param>
internal sealed record SamplingPlanSet(
    string Code, string Name, string? Standard, string CitySize, IReadOnlyList<Stored.SampleMinimum> Minimums,
    IReadOnlyList<Stored.VenueMinimum> Split,
    DateOnly From, DateOnly Until, DateTimeOffset At) : ISamplingPlanEvent;

internal interface ISamplingPlanEvent;

/// <summary>最少样本数 of a city of this size.</summary>
internal sealed record SampleMinimum(string CitySize, int Samples);

/// <summary>Of these, at least so many of this type: 农贸市场, 小餐饮, 背街小巷 …</summary>
internal sealed record VenueMinimum(string CitySize, string VenueType, int Samples);

/// <summary>The plan in force.</summary>
internal sealed record SamplingPlan : IAggregate<SamplingPlan, ISamplingPlanEvent>
{
    public static SamplingPlan Initial { get; } = new();

    public SamplingPlanSet? InForce { get; init; }

    public SamplingPlan Evolve(ISamplingPlanEvent @event) => @event switch
    {
        SamplingPlanSet e => new() { InForce = e },
    };

    public static StreamId<SamplingPlan> Stream(string street, string code) =>
        StreamId<SamplingPlan>.Named(street, $"sampling-plan/{code}");
}
