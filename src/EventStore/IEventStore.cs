namespace Campaign.EventStore;

/// <summary>
/// The door to the streams of one service, kept by Marten in the service's database (ADR 1). What it promises is held by
/// <c>tests/EventStore.Tests</c>.
/// </summary>
public interface IEventStore
{
    /// <summary>Folds a stream. A stream that does not exist is <c>T.Initial</c> at version 0.</summary>
    /// <exception cref="UnknownEventTypeException">A stored event name that this process has not registered.</exception>
    Task<StreamState<T>> Load<T>(StreamId<T> stream, CancellationToken cancellation) where T : class, IAggregate<T>;

    /// <summary>The recorded events of a stream in order, as people read a history; empty when it does not exist.</summary>
    Task<IReadOnlyList<RecordedEvent>> Read(StreamId stream, CancellationToken cancellation);

    /// <summary>
    /// Appends to one or several streams in one transaction and one round trip, together with the rows of the inline
    /// projections and with <paramref name="alongside"/>. All of it is committed or none. Streams are written in the order given.
    /// </summary>
    /// <exception cref="ArgumentException">There is nothing to append, to one of the streams or at all.</exception>
    /// <exception cref="UnknownEventTypeException">An event of a type that was never registered.</exception>
    /// <exception cref="StreamArchivedException">A stream was put aside for good (<see cref="StreamKeeping.Archive"/>).</exception>
    /// <exception cref="StreamVersionConflictException">A stream is not at its expected version (0 = must not exist).</exception>
    /// <exception cref="DuplicateEventException">An event id is in the store already: the cause was handled before.</exception>
    Task Append(IReadOnlyList<StreamAppend> appends, EventMetadata metadata, CancellationToken cancellation, SqlBatch? alongside = null);
}

/// <summary>A stream's identity: the street it belongs to (9-digit code) and its id, unique within the street.</summary>
public readonly record struct StreamId(string Tenant, Guid Id)
{
    /// <summary>For who knows of what it is from elsewhere, as from the kind of a row.</summary>
    public StreamId<T> As<T>() where T : class, IAggregate<T> => new(Tenant, Id);

    public override string ToString() => $"{Tenant}/{Id}";
}

/// <summary>The stream of one aggregate: only that one is folded from it, and only its events are decided for it.</summary>
public readonly record struct StreamId<T>(string Tenant, Guid Id) where T : class, IAggregate<T>
{
    /// <summary>A stream that is found by what it is about.</summary>
    /// <param name="name">Says what it is and of what, as <c>unit/U001</c>; once used, it never changes.</param>
    /// <param name="within">Another id that the name is relative to.</param>
    public static StreamId<T> Named(string tenant, string name, Guid within = default) => new(tenant, DeterministicGuid.From(within, name));

    public static implicit operator StreamId(StreamId<T> stream) => new(stream.Tenant, stream.Id);

    public override string ToString() => $"{Tenant}/{Id}";
}

/// <summary>
/// State folded from a stream. <c>Evolve</c> takes every event as a fact: it neither throws nor logs nor reads a clock,
/// and returns itself for an event it has no use for.
/// </summary>
public interface IAggregate<TSelf> where TSelf : class, IAggregate<TSelf>
{
    static abstract TSelf Initial { get; }

    TSelf Evolve(object @event);
}

/// <summary>An aggregate whose events are a closed family: the compiler says which of them a fold forgets.</summary>
/// <typeparam name="TEvent">An internal interface or abstract record that every event of the aggregate, and nothing else, is.</typeparam>
public interface IAggregate<TSelf, in TEvent> : IAggregate<TSelf>
    where TSelf : class, IAggregate<TSelf, TEvent>
    where TEvent : class
{
    TSelf Evolve(TEvent @event);

    /// <inheritdoc/>
    TSelf IAggregate<TSelf>.Evolve(object @event) => @event is TEvent own ? Evolve(own) : (TSelf)this;
}

/// <param name="State">The fold of all events of the stream.</param>
/// <param name="Version">Number of events in the stream; 0 when it does not exist. Also its ETag.</param>
public sealed record StreamState<T>(T State, long Version);

/// <summary>One event to be appended. The id is unique in the whole store.</summary>
public sealed record NewEvent(Guid Id, object Data)
{
    public static NewEvent Of(object data) => new(Guid.CreateVersion7(), data);
}

/// <param name="Aggregate">Alias of the aggregate in snake case, stored in <c>mt_streams.type</c>.</param>
/// <param name="ExpectedVersion">Version of the stream before the append; 0 = the stream must not exist yet.</param>
public sealed record StreamAppend(StreamId Stream, string Aggregate, long ExpectedVersion, IReadOnlyList<NewEvent> Events)
{
    /// <summary>Why these were written, where one append carries what several callers asked for; null: as all of the append.</summary>
    public EventMetadata? Metadata { get; init; }

    /// <summary>The aggregate itself, where it is known: Marten writes the alias by it.</summary>
    internal Type? AggregateType { get; init; }

    public static StreamAppend To<T>(StreamId<T> stream, long expectedVersion, IEnumerable<NewEvent> events) where T : class, IAggregate<T>
        => new(stream, SnakeCase.Of(typeof(T).Name), expectedVersion, [.. events]) { AggregateType = typeof(T) };

    /// <exception cref="ArgumentException">There is nothing to append, to one of the streams or at all.</exception>
    internal static void Check(IReadOnlyList<StreamAppend> appends)
    {
        if (appends.Count == 0 || appends.Any(append => append.Events.Count == 0))
            throw new ArgumentException("An append needs at least one stream and one event for each.", nameof(appends));
    }
}

/// <summary>Why an event was written; stored beside it, never inside it.</summary>
/// <param name="CorrelationId">One id for everything that followed from one request.</param>
/// <param name="CausationId">The message or command that led to this append.</param>
/// <param name="User">The account (its id, never a name) that asked for it; null for the system itself.</param>
/// <param name="TraceParent">W3C trace parent of the append, so that a trace goes on behind the broker.</param>
public sealed record EventMetadata(
    string? CorrelationId = null, string? CausationId = null, string? User = null, string? TraceParent = null)
{
    public static readonly EventMetadata None = new();
}

/// <summary>An event as its projections see it: everything that is known at the moment of the append.</summary>
public record StreamEvent(StreamId Stream, long Version, Guid Id, object Data, EventMetadata Metadata);

/// <summary>An event as it was committed.</summary>
/// <param name="Sequence">Position in the one order over all streams of the service; gaps are possible.</param>
/// <param name="RecordedAt">The writer's clock at the append, whatever the time zone of
/// the server; business time is inside the event.</param>
public sealed record RecordedEvent(
    StreamId Stream, long Version, Guid Id, object Data, EventMetadata Metadata, long Sequence, DateTimeOffset RecordedAt)
    : StreamEvent(Stream, Version, Id, Data, Metadata);
