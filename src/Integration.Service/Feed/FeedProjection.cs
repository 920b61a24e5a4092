using Campaign.EventStore;

namespace Campaign.Integration.Feed;

/// <summary>The feed in the order of the streams; a reader's cursor is the sequence number, which a rebuild keeps.</summary>
internal sealed class FeedProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event is not RecordedEvent { Data: FeedEntryAdded entry } recorded) return;
        sql.Add(
            "INSERT INTO feed (position, street, id, type, at, data) VALUES ($1, $2, $3, $4, $5, $6::jsonb)",
            recorded.Sequence, recorded.Stream.Tenant, recorded.Stream.Id, entry.Type, entry.At, entry.Data.GetRawText());
    }
}
