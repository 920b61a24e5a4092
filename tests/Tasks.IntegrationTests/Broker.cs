using System.Collections.Concurrent;
using Campaign.Contracts.Tasks;
using Campaign.Testing;
using MassTransit;

namespace Campaign.Tasks.IntegrationTests;

/// <summary>The other end of the broker: sends facts as Inspections would and hears what Tasks tells.</summary>
internal sealed class Broker : IAsyncDisposable
{
    private readonly IBusControl bus;
    private readonly ConcurrentQueue<object> heard = new();
    private readonly Handled handled = new();
    private readonly ConnectHandle observing;
    private int sent;

    private Broker(Uri address, IBus service)
    {
        bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(address);
            rabbit.ReceiveEndpoint("listener", endpoint =>
            {
                Hear<RectificationAssigned>(endpoint);
                Hear<RectificationDeclined>(endpoint);
                Hear<RectificationReported>(endpoint);
                Hear<AssignmentBecameOverdue>(endpoint);
            });
        });
        observing = service.ConnectConsumeObserver(handled);
    }

    public static async Task<Broker> Connect(TasksFixture fixture)
    {
        var broker = new Broker(fixture.Surroundings.Broker, fixture.Bus);
        await broker.bus.StartAsync();
        return broker;
    }

    public IEnumerable<T> Heard<T>() => heard.OfType<T>();

    /// <summary>Sends facts one after the other, each handled before the next.</summary>
    public async Task Send(params object[] facts)
    {
        foreach (var fact in facts) await Send(fact, NewId.NextGuid());
    }

    public async Task Send(object fact, Guid messageId)
    {
        var expected = ++sent;
        await bus.Publish(fact, context => context.MessageId = messageId);
        await Eventually.Becomes(() => Task.FromResult(handled.Count), count => count >= expected);
    }

    public Task<T> Hears<T>(Func<T, bool> wanted) where T : class =>
        Eventually.Becomes(() => Task.FromResult(Heard<T>().FirstOrDefault(wanted)), fact => fact is not null)!;

    public async ValueTask DisposeAsync()
    {
        observing.Disconnect();
        await bus.StopAsync();
    }

    private void Hear<T>(IReceiveEndpointConfigurator endpoint) where T : class => endpoint.Handler<T>(context =>
    {
        heard.Enqueue(context.Message);
        return Task.CompletedTask;
    });

    private sealed class Handled : IConsumeObserver
    {
        private int count;

        public int Count => count;

        public Task PreConsume<T>(ConsumeContext<T> context) where T : class => Task.CompletedTask;

        public Task PostConsume<T>(ConsumeContext<T> context) where T : class
        {
            Interlocked.Increment(ref count);
            return Task.CompletedTask;
        }

        public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
