using Campaign.EventStore;

namespace Campaign.Integration.Feed;

/// <summary>The feed in the order of the streams; a reader's cursor is the sequence number, which a rebuild keeps.</summary>
internal sealed class FeedProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event is not RecordedEvent { Data: FeedEntryAdded entry } recorded) return;
        Row.Of(recorded.Stream).With("position", recorded.Sequence).With("type", entry.Type).With("at", entry.At)
            .WithJson("data", entry.Data.GetRawText()).InsertInto("feed", sql);
    }
}
