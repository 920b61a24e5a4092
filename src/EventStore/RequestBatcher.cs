using System.Collections.Concurrent;

namespace Campaign.EventStore;

/// <summary>
/// One or two callers are served each for itself. Where more come, carriers take what has come in the meantime in one round trip
/// each, until nobody waits.
/// </summary>
/// <param name="together">Gives every item of the group its outcome, whatever happens.</param>
/// <param name="mostCarriers">So many groups are under way at a time; with one, groups follow each other.</param>
public sealed class RequestBatcher<T>(Func<IReadOnlyList<T>, Task> together, int mostCarriers = 2) where T : BatchedRequest
{
    private const int SideBySide = 2;
    private const int MostTogether = 128;

    private readonly ConcurrentQueue<T> waiting = new();
    private int callers;
    private int carriers;

    /// <param name="mayWait">False: not one of those that can go with others.</param>
    internal async Task Serve(T item, Func<T, CancellationToken, Task> alone, bool mayWait, CancellationToken cancellation)
    {
        try
        {
            var few = Interlocked.Increment(ref callers) <= SideBySide && Volatile.Read(ref carriers) == 0;
            if (few || !mayWait) await alone(item, cancellation);
            else await Gather(item, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref callers);
        }
    }

    /// <summary>Returns with the item's outcome. A caller who gives up leaves it to its fate.</summary>
    public Task Gather(T item, CancellationToken cancellation)
    {
        waiting.Enqueue(item);
        StartCarrier();
        return item.Done.WaitAsync(cancellation);
    }

    private void StartCarrier()
    {
        if (Interlocked.Increment(ref carriers) <= mostCarriers) _ = Task.Run(Carry);
        else Interlocked.Decrement(ref carriers);
    }

    private async Task Carry()
    {
        while (await Take() is { Count: > 0 } group)
        {
            try
            {
                await together(group);
            }
            catch (Exception e)
            {
                foreach (var item in group) item.Fail(e);
            }
        }

        Interlocked.Decrement(ref carriers);
        // One that came after the last look found the carriers at work.
        if (!waiting.IsEmpty) StartCarrier();
    }

    private async Task<List<T>> Take()
    {
        // Those who were served just now come again first.
        await Task.Yield();
        var group = new List<T>();
        while (group.Count < MostTogether && waiting.TryDequeue(out var item)) group.Add(item);
        return group;
    }
}

/// <summary>What one caller wants, and its outcome when somebody else does the work.</summary>
public abstract record BatchedRequest
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Done => done.Task;

    public void Succeed() => done.TrySetResult();

    public void Fail(Exception error) => done.TrySetException(error);
}
