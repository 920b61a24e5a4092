using System.Collections.Concurrent;
using Campaign.Contracts.Inspections;
using Campaign.Testing;
using MassTransit;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>Listens as another service would: every fact of Inspections, with the stream it comes from.</summary>
internal sealed class FactsHeard : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, (Guid Stream, object Fact)> facts = new();
    private readonly ConcurrentQueue<Guid> deliveries = new();
    private readonly IBusControl bus;

    private FactsHeard(Uri broker) => bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
    {
        rabbit.Host(broker);
        rabbit.ReceiveEndpoint($"heard-{Guid.NewGuid():N}", endpoint =>
        {
            Hear<FindingRecorded>(endpoint, f => f.FindingId);
            Hear<FindingRouted>(endpoint, f => f.FindingId);
            Hear<FindingRoutingDeclined>(endpoint, f => f.FindingId);
            Hear<FindingDeadlineExtended>(endpoint, f => f.FindingId);
            Hear<FindingBecameOverdue>(endpoint, f => f.FindingId);
            Hear<RectificationRejected>(endpoint, f => f.FindingId);
            Hear<FindingStruckOff>(endpoint, f => f.FindingId);
            Hear<FindingRelapsed>(endpoint, f => f.FindingId);
            Hear<FindingVoided>(endpoint, f => f.FindingId);
            Hear<FindingMerged>(endpoint, f => f.FindingId);
            Hear<FindingForciblyClosed>(endpoint, f => f.FindingId);
            Hear<InspectionStarted>(endpoint, f => f.InspectionId);
            Hear<InspectionSubmitted>(endpoint, f => f.InspectionId);
            Hear<InspectionScored>(endpoint, f => f.InspectionId);
            Hear<InspectionWithdrawn>(endpoint, f => f.InspectionId);
        });
    });

    public static Task<FactsHeard> Listen(InspectionsFixture fixture) => Listen(fixture.Surroundings);

    public static async Task<FactsHeard> Listen(Surroundings surroundings)
    {
        var heard = new FactsHeard(surroundings.Broker);
        await heard.bus.StartAsync();
        return heard;
    }

    /// <summary>How many different facts came from each stream.</summary>
    public Dictionary<Guid, int> Counts() => facts.Values.CountBy(f => f.Stream).ToDictionary();

    /// <summary>How often the broker has handed over something from a stream, repeats included.</summary>
    public int Deliveries(Guid stream) => deliveries.Count(d => d == stream);

    /// <summary>Awaits that every one of the streams has told something, and asserts that it was one fact.</summary>
    public async Task HasOneOfEach(IReadOnlyCollection<Guid> streams)
    {
        await Eventually.Becomes(() => Task.FromResult(streams.Count(Counts().ContainsKey)), heard => heard == streams.Count);
        Counts().Where(c => streams.Contains(c.Key)).ShouldAllBe(c => c.Value == 1);
    }

    public IEnumerable<T> Of<T>(Guid stream) => facts.Values.Where(f => f.Stream == stream).Select(f => f.Fact).OfType<T>();

    public async ValueTask DisposeAsync() => await bus.StopAsync();

    private void Hear<T>(IRabbitMqReceiveEndpointConfigurator endpoint, Func<T, Guid> stream) where T : class =>
        endpoint.Handler<T>(context =>
    {
        var from = stream(context.Message);
        facts.TryAdd(context.MessageId!.Value, (from, context.Message));
        deliveries.Enqueue(from);
        return Task.CompletedTask;
    });
}
