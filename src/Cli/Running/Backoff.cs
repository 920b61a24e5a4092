using System.Diagnostics;

namespace Campaign.Cli.Running;

/// <summary>1, 2, 4 … 30 seconds; from the beginning again after a minute without trouble.</summary>
internal sealed class Backoff
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    private readonly Stopwatch sinceLast = new();
    private TimeSpan pause = TimeSpan.FromSeconds(1);

    public TimeSpan Next()
    {
        if (sinceLast.Elapsed > Calm)
            pause = TimeSpan.FromSeconds(1);
        sinceLast.Restart();
        var current = pause;
        pause = pause * 2 < Longest ? pause * 2 : Longest;
        return current;
    }
}
