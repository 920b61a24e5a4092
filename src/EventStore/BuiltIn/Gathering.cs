using System.Collections.Concurrent;

namespace Campaign.EventStore.BuiltIn;

/// <summary>
/// Few callers are served each for itself. Where more come than the server serves side by side, two carriers take what has
/// come in the meantime in one round trip each.
/// </summary>
/// <param name="together">Gives every item of the group its outcome, whatever happens.</param>
internal sealed class Gathering<T>(Func<IReadOnlyList<T>, Task> together) where T : Gathered
{
    public const int SideBySide = 8;
    private const int MostCarriers = 2;
    private const int MostTogether = 128;

    private readonly ConcurrentQueue<T> waiting = new();
    private int callers;
    private int carriers;

    public async Task Serve(T item, Func<T, CancellationToken, Task> alone, bool mayWait, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref callers) <= SideBySide || !mayWait)
            {
                await alone(item, cancellation);
                return;
            }

            waiting.Enqueue(item);
            StartCarrier();
            await item.Done.WaitAsync(cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref callers);
        }
    }

    private void StartCarrier()
    {
        if (Interlocked.Increment(ref carriers) <= MostCarriers) _ = Task.Run(Carry);
        else Interlocked.Decrement(ref carriers);
    }

    private async Task Carry()
    {
        while (Take() is { Count: > 0 } group)
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
        // One that came after the last look found both carriers at work.
        if (!waiting.IsEmpty) StartCarrier();
    }

    private List<T> Take()
    {
        var group = new List<T>();
        while (group.Count < MostTogether && waiting.TryDequeue(out var item)) group.Add(item);
        return group;
    }
}

/// <summary>What one caller wants, and its outcome when somebody else does the work.</summary>
internal abstract record Gathered
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Done => done.Task;

    public void Succeed() => done.TrySetResult();

    public void Fail(Exception error) => done.TrySetException(error);
}
