namespace Campaign.EventStore;

/// <summary>
/// Turns an event into statements on the read tables. Pure: the same events give the same rows, inline, by subscription
/// and in a rebuild. Tables are named without a schema; the connection's search path says which generation is meant.
/// </summary>
public interface IProjection
{
    void Project(StreamEvent @event, SqlBatch sql);
}

public enum ProjectionMode
{
    /// <summary>In the append's transaction: for the row of a single aggregate (read your writes).</summary>
    Inline,

    /// <summary>Behind the append, in order, by a subscription: for everything that spans aggregates.</summary>
    Subscribed,
}
