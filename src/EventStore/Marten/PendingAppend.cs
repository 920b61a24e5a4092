namespace Campaign.EventStore.OnMarten;

/// <summary>What one call of the door wants committed: streams, and the statements that go with them.</summary>
internal sealed record PendingAppend(IReadOnlyList<StreamAppend> Streams, EventMetadata Metadata, SqlBatch Statements) : BatchedRequest
{
    /// <summary>The one stream of an append that can go with others.</summary>
    public StreamAppend Only => Streams[0];

    public void Conflict() => Fail(new StreamVersionConflictException(Only.Stream, Only.ExpectedVersion));
}
