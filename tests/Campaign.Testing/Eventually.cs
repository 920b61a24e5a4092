using System.Runtime.CompilerServices;

namespace Campaign.Testing;

/// <summary>Awaits a condition instead of a time; fails with what was last seen.</summary>
public static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(25);

    public static Task Holds(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "") =>
        Becomes(async () => await condition(), met => met, what);

    /// <summary>Asks until the answer is as wanted, and returns it.</summary>
    public static async Task<T> Becomes<T>(
        Func<Task<T>> ask, Func<T, bool> wanted, [CallerArgumentExpression(nameof(wanted))] string what = "")
    {
        using var deadline = new CancellationTokenSource(Timeout);
        using var pace = new PeriodicTimer(Pace);
        var answer = await ask();
        while (!wanted(answer))
        {
            try
            {
                await pace.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException ended)
            {
                throw new TimeoutException($"Not within {Timeout.TotalSeconds:0} s: {what}. Last seen: {answer}", ended);
            }
            answer = await ask();
        }
        return answer;
    }
}
