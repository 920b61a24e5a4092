namespace Campaign.EventStore;

/// <summary>Somebody else appended first. Load again and decide anew, or answer 412 when the caller named a version.</summary>
public sealed class StreamVersionConflictException(StreamId stream, long expectedVersion, Exception? inner = null)
    : Exception($"Stream {stream} is not at version {expectedVersion}.", inner)
{
    public StreamId Stream { get; } = stream;

    public long ExpectedVersion { get; } = expectedVersion;
}

/// <summary>The stream was archived: it can be read, and nothing is added to it any more.</summary>
public sealed class StreamArchivedException(StreamId stream, Exception? inner = null) : Exception($"Stream {stream} is archived.", inner)
{
    public StreamId Stream { get; } = stream;
}

/// <summary>An event with this id is stored already: what caused it was handled before.</summary>
public sealed class DuplicateEventException(Exception? inner = null) : Exception("An event with the same id is stored already.", inner);

/// <summary>The store holds an event name that this process does not know: an older release meets newer data.</summary>
public sealed class UnknownEventTypeException(string name, Exception? inner = null)
    : Exception($"Event type '{name}' is not registered.", inner);

/// <summary>An argument has U+0000 or half of a surrogate pair in it, which PostgreSQL cannot keep.</summary>
public sealed class UnstorableArgumentException(Exception? inner = null)
    : ArgumentException("An argument has U+0000 or half of a surrogate pair in it.", inner);
