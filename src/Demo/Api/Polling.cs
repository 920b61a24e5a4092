namespace Campaign.Demo.Api;

/// <summary>Looks again and again until something that travels between services has arrived.</summary>
internal sealed class Polling(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <param name="look">Null while it is not there yet.</param>
    public async Task<T> Until<T>(string what, Func<Task<T?>> look) where T : class
    {
        var giveUpAt = clock.GetUtcNow() + Limit;
        while (true)
        {
            if (await look() is { } seen) return seen;
            if (clock.GetUtcNow() >= giveUpAt) throw new DemoFailure($"等了 {Limit.TotalSeconds:0} 秒，仍未等到：{what}。");
            await Task.Delay(Pause, clock);
        }
    }

    /// <summary>As long as the number of what is missing goes down, however slowly.</summary>
    public async Task UntilNothing<T>(
        string what, IReadOnlyList<T> missing, Func<IReadOnlyList<T>, Task<IReadOnlyList<T>>> stillMissing, Action<int> progress)
    {
        var giveUpAt = clock.GetUtcNow() + Limit;
        while (missing.Count > 0)
        {
            var left = await stillMissing(missing);
            if (left.Count < missing.Count)
            {
                giveUpAt = clock.GetUtcNow() + Limit;
                if (left.Count > 0) progress(left.Count);
            }
            else if (clock.GetUtcNow() >= giveUpAt)
            {
                throw new DemoFailure($"{Limit.TotalSeconds:0} 秒内没有进展，{what}还差 {left.Count} 项。");
            }
            missing = left;
            if (missing.Count > 0) await Task.Delay(Pause, clock);
        }
    }
}
