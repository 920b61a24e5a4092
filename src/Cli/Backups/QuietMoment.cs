using System.Diagnostics;
using Campaign.Cli.Engines;

namespace Campaign.Cli.Backups;

/// <summary>
/// The broker is not backed up, so what is in it must not be needed. What a publisher had told before a queue was seen empty has
/// been taken from it and lies in the databases.
/// </summary>
internal static class QuietMoment
{
    // A quorum queue reports every 5 s, the management plugin collects every 5 s: what it says may be older than the question.
    private static readonly TimeSpan AgeOfReports = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <returns>Why no such moment came; null when every queue was empty at some moment after the call.</returns>
    public static async Task<string?> Missed(RabbitManagement management, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var seenEmpty = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var queues = await management.Queues(ct);
            if (queues.FirstOrDefault(queue => queue is { IsDeadLetters: true, Messages: > 0 }) is { } dead)
                return $"{dead.Name} 中有 {dead.Messages} 条死信";
            if (clock.Elapsed > AgeOfReports)
                seenEmpty.UnionWith(queues.Where(queue => queue.Messages == 0).Select(queue => queue.Name));
            if (queues.All(queue => seenEmpty.Contains(queue.Name)))
                return null;
            if (clock.Elapsed > AgeOfReports + Timeout)
                return $"{(AgeOfReports + Timeout).TotalSeconds:0} 秒内没有等到所有队列变空";
            await Task.Delay(Pause, ct);
        }
    }
}
