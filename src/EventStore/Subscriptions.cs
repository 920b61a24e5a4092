namespace Campaign.EventStore;

/// <summary>
/// Sees every committed event of the service in order, at least once; none is ever skipped. One instance is active at a
/// time, whoever holds the advisory lock; another takes over when it is gone.
/// </summary>
public interface ISubscription
{
    /// <summary>Stored name; the position is kept under <c>name:All</c> in <c>mt_event_progression</c>. Never changes.</summary>
    string Name { get; }

    /// <summary>Handles a page. An exception leaves the position and the page's writes untouched; the page comes again.</summary>
    Task Handle(SubscriptionPage page, CancellationToken cancellation);
}

/// <param name="Events">In order of sequence, never empty.</param>
/// <param name="Writes">Committed in one transaction with the new position.</param>
public sealed record SubscriptionPage(IReadOnlyList<RecordedEvent> Events, SqlBatch Writes);
