namespace Campaign.EventStore;

/// <summary>A stream as a decision over several sees it.</summary>
/// <param name="State">The fold of its events; <c>T.Initial</c> where it does not exist.</param>
/// <param name="Version">Number of its events; what it is to get comes behind them.</param>
public sealed record StreamRef<T>(StreamId<T> Id, T State, long Version) where T : class, IAggregate<T>
{
    public StreamChange Gets(params IReadOnlyList<object> events) => StreamChange.To(Id, Version, events);

    /// <summary>What was decided on this stream alone, for others to join.</summary>
    public JointDecision Gets(Decision decided) => decided.Refusal is { } refusal ? refusal : JointDecision.Of(Gets(decided.Events));
}

/// <summary>What a decision appends to one stream.</summary>
/// <param name="Aggregate">Alias of the aggregate in snake case.</param>
/// <param name="Version">Version that the stream must have; 0 = it must not exist.</param>
public sealed record StreamChange(StreamId Stream, string Aggregate, long Version, IReadOnlyList<object> Events)
{
    /// <summary>To a stream whose version is known without loading it.</summary>
    public static StreamChange To<T>(StreamId<T> stream, long version, params IReadOnlyList<object> events) where T : class, IAggregate<T>
        => new(stream, SnakeCase.Of(typeof(T).Name), version, events);

    /// <summary>To a stream that begins with it.</summary>
    public static StreamChange New<T>(StreamId<T> stream, params IReadOnlyList<object> events) where T : class, IAggregate<T>
        => To(stream, 0, events);

    internal StreamAppend Append(Guid? cause) => new(Stream, Aggregate, Version, [.. Transactions.Identified(Stream, Events, cause)]);
}
