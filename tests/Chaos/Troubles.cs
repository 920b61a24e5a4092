namespace Campaign.Chaos;

/// <summary>
/// What goes wrong, one thing after the other, in an order that follows from the seed. Each kind comes before any comes again.
/// </summary>
internal sealed class Troubles(World world, int seed, TimeProvider clock)
{
    private const int LongestPause = 6;
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan UntilMadeRoom = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(40);

    private readonly Random random = new(seed);

    public int Kills { get; private set; }

    /// <summary>Until <paramref name="until"/>; the last trouble is over when this returns.</summary>
    public async Task Make(DateTimeOffset until, CancellationToken ct)
    {
        var bag = new Queue<Trouble>();
        while (clock.GetUtcNow() < until)
        {
            await Task.Delay(TimeSpan.FromSeconds(1 + random.Next(LongestPause)), clock, ct);
            if (bag.Count == 0) bag = new(Shuffled());
            var trouble = bag.Dequeue();
            var left = until - clock.GetUtcNow();
            if (trouble.Lasts > left) continue;
            Console.WriteLine($"  ⚡ {trouble.What}");
            await trouble.Begin();
            await Task.Delay(trouble.Lasts, clock, ct);
            trouble.End();
        }
    }

    private Trouble[] Shuffled()
    {
        Trouble[] all =
        [
            .. World.Victims.Select(victim => new Trouble($"杀死 {victim}", TimeSpan.Zero, () => Kill(victim), Nothing)),
            Lasting("数据库连接中断 4 秒", Short, world.Database.Cut, world.Database.Join),
            Lasting("消息队列连接中断 4 秒", Short, world.Broker.Cut, world.Broker.Join),
            Lasting("数据库连接中断 30 秒", Long, world.Database.Cut, world.Database.Join),
            Lasting("消息队列连接中断 30 秒", Long, world.Broker.Cut, world.Broker.Join),
            Lasting("数据库变慢", Short, () => world.Database.Latency = Slow, () => world.Database.Latency = TimeSpan.Zero),
            Lasting("消息队列变慢", Short, () => world.Broker.Latency = Slow, () => world.Broker.Latency = TimeSpan.Zero),
            Lasting($"{world.Evidence.Trouble} {UntilMadeRoom.TotalSeconds:0} 秒", UntilMadeRoom, world.Evidence.Fill, world.Evidence.Free),
        ];
        random.Shuffle(all);
        return all;
    }

    private async Task Kill(Victim victim)
    {
        if (victim.Name == AppHostParts.AppHost ? await world.KillAppHost() : world.Kill(victim)) Kills++;
    }

    private static Trouble Lasting(string what, TimeSpan time, Action begin, Action end) =>
        new(what, time, () =>
        {
            begin();
            return Task.CompletedTask;
        }, end);

    private static void Nothing()
    {
    }

    private sealed record Trouble(string What, TimeSpan Lasts, Func<Task> Begin, Action End);
}
