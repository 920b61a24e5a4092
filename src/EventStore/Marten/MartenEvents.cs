using Campaign.EventStore.BuiltIn;
using JasperFx.Events;

namespace Campaign.EventStore.OnMarten;

internal static class MartenEvents
{
    /// <exception cref="UnknownEventTypeException">
    /// Marten found the type by its .NET name, but this release has not registered it.
    /// </exception>
    public static RecordedEvent ToRecorded(this IEvent e, StreamId stream, EventTypes types) => types.ByName.ContainsKey(e.EventTypeName)
        ? new(stream, e.Version, e.Id, types.Upcast(e.Data), Metadata(e), e.Sequence, e.Timestamp)
        : throw new UnknownEventTypeException(e.EventTypeName);

    private static EventMetadata Metadata(IEvent e)
        => new(e.CorrelationId, e.CausationId, Header(e, EventRow.User), Header(e, EventRow.TraceParent));

    private static string? Header(IEvent e, string name)
        => e.Headers is { } headers && headers.TryGetValue(name, out var value) ? value?.ToString() : null;
}
