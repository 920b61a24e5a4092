namespace Campaign.EventStore;

/// <summary>
/// What a pure decision over several streams yields: what each of them gets; nothing, because it is so already; or a refusal.
/// </summary>
public sealed record JointDecision
{
    public static readonly JointDecision Nothing = new();

    private JointDecision()
    {
    }

    /// <summary>In the order in which the events are recorded; each stream once, and none without events.</summary>
    public IReadOnlyList<StreamChange> Changes { get; private init; } = [];

    public Refusal? Refusal { get; private init; }

    /// <summary>Rows that are committed with the events.</summary>
    public SqlBatch? Rows { get; private init; }

    /// <summary>Causation of the events, where the streams know it better than the caller.</summary>
    public string? CausationId { get; private init; }

    /// <summary>Streams that were only read and must not have moved when the events are committed.</summary>
    internal IReadOnlyList<(StreamId Stream, long Version)> Unmoved { get; private init; } = [];

    public static implicit operator JointDecision(Refusal refusal) => new() { Refusal = refusal };

    /// <exception cref="ArgumentException">A stream is named twice.</exception>
    public static JointDecision Of(params IEnumerable<StreamChange> changes) => Nothing.And(changes, alone: true);

    /// <summary>The same with further changes; what is refused or nothing stays so.</summary>
    /// <exception cref="ArgumentException">A stream is named twice.</exception>
    public JointDecision And(params IEnumerable<StreamChange> changes) => And(changes, alone: false);

    /// <summary>The same with rows beside the events; they are written only if events are.</summary>
    public JointDecision Along(SqlBatch rows) => this with { Rows = rows };

    /// <summary>
    /// The same, on condition that a stream which it only read is still where it was; it is decided anew where that has moved.
    /// </summary>
    /// <exception cref="ArgumentException">The stream does not exist: there is nothing to hold.</exception>
    public JointDecision IfUnmoved<T>(StreamRef<T> read) where T : class, IAggregate<T> => read.Version > 0
        ? this with { Unmoved = [.. Unmoved, (read.Id, read.Version)] }
        : throw new ArgumentException($"Stream {read.Id} does not exist.", nameof(read));

    public JointDecision CausedBy(string causationId) => this with { CausationId = causationId };

    /// <summary>What a stream gets; empty where it gets nothing.</summary>
    public IReadOnlyList<object> EventsOf(StreamId stream) => Changes.FirstOrDefault(change => change.Stream == stream)?.Events ?? [];

    private JointDecision And(IEnumerable<StreamChange> changes, bool alone)
    {
        if (Changes.Count == 0 && !alone) return this;
        List<StreamChange> all = [.. Changes, .. changes.Where(change => change.Events.Count > 0)];
        if (all.Count == 0) return this;
        return all.Select(change => change.Stream).Distinct().Count() == all.Count
            ? this with { Changes = all }
            : throw new ArgumentException("A decision names a stream once.", nameof(changes));
    }
}
