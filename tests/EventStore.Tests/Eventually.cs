
namespace Campaign.EventStore.Tests;

internal static class Eventually
{
    /// <summary>Asks until it is so; a condition that never comes fails the test after 20 seconds.</summary>
    public static async Task Holds(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            try
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                (await condition()).ShouldBeTrue("It did not come to hold in time.");
            }
        }
    }

    public static Task Holds(Func<bool> condition) => Holds(() => Task.FromResult(condition()));
}
