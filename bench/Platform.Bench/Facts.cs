using Campaign.Chaos;
using Dapper;
using MassTransit;

namespace Campaign.Platform.Bench;

/// <summary>Says facts to the platform as the services would.</summary>
internal sealed class Facts : IAsyncDisposable
{
    private const int AtOnce = 500;
    private readonly IBusControl bus;

    private Facts(IBusControl bus) => this.bus = bus;

    public static async Task<Facts> Speaker(World world)
    {
        var speaker = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(world.BrokerAddress));
        await speaker.StartAsync();
        return new(speaker);
    }

    public async Task Say<T>(IEnumerable<T> facts) where T : class
    {
        foreach (var chunk in facts.Chunk(AtOnce))
            await Task.WhenAll(chunk.Select(fact => bus.Publish(fact, context => context.MessageId = Guid.CreateVersion7())));
    }

    /// <summary>As many numbers as Scoring has given: an exact count would be work for the database that is measured.</summary>
    public static async Task<long> Stored(World world)
    {
        await using var scoring = world.Inside.Open("scoring");
        return await scoring.ExecuteScalarAsync<long>("SELECT last_value FROM mt_events_sequence");
    }

    public static async Task Await(World world, long count)
    {
        while (await Stored(world) < count) await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    public async ValueTask DisposeAsync() => await bus.StopAsync();
}
