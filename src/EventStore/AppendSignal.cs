namespace Campaign.EventStore;

/// <summary>Wakes the subscriptions of this process after its own appends.</summary>
internal sealed class AppendSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next append; to be taken before looking for events, so that none is missed between.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Signal() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
