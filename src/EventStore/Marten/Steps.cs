namespace Campaign.EventStore.OnMarten;

/// <summary>All that one append adds to one stream, in order. Steps of it may each have a reason of their own.</summary>
internal sealed record Steps(StreamAppend First, List<(NewEvent Event, EventMetadata Metadata)> Events)
{
    /// <summary>What goes on where the one before it ended is one action of Marten's.</summary>
    /// <exception cref="StreamVersionConflictException">A stream comes twice, and not as one step after another.</exception>
    public static IReadOnlyList<Steps> Joined(PendingAppend append)
    {
        if (append.Streams.Count == 1) return [new(append.Only, [.. Of(append.Only, append.Metadata)])];
        var joined = new List<Steps>();
        var byStream = new Dictionary<StreamId, Steps>();
        foreach (var stream in append.Streams)
        {
            if (byStream.TryGetValue(stream.Stream, out var steps))
            {
                if (steps.First.ExpectedVersion + steps.Events.Count != stream.ExpectedVersion)
                    throw new StreamVersionConflictException(stream.Stream, stream.ExpectedVersion);
            }
            else
            {
                joined.Add(byStream[stream.Stream] = steps = new(stream, []));
            }

            steps.Events.AddRange(Of(stream, append.Metadata));
        }

        return joined;
    }

    private static IEnumerable<(NewEvent, EventMetadata)> Of(StreamAppend append, EventMetadata metadata)
        => append.Events.Select(e => (e, append.Metadata ?? metadata));
}
