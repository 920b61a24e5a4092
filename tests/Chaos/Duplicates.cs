using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Campaign.Chaos;

/// <summary>Listens to every fact and says some of them again, later and in another order, under the same message id.</summary>
internal sealed class Duplicates(Uri broker, int seed, TimeProvider clock)
{
    private const string Mark = "x-said-again";
    private const int OneOutOf = 3;
    private const int LongestDelaySeconds = 8;
    private static readonly TimeSpan BeforeReconnecting = TimeSpan.FromSeconds(1);

    private static readonly string[] Facts =
    [
        "Inspections:FindingRecorded", "Inspections:FindingRouted", "Inspections:RectificationRejected", "Inspections:FindingStruckOff",
        "Inspections:InspectionStarted", "Inspections:InspectionScored", "Tasks:RectificationAssigned", "Tasks:RectificationAcknowledged",
        "Tasks:RectificationReported", "Tasks:UnitRegistered",
    ];

    private readonly Random random = new(seed);
    private int said;

    public int Said => said;

    public async Task Make(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Listen(stop);
            }
            catch (Exception away) when (
                away is BrokerUnreachableException or AlreadyClosedException or OperationInterruptedException or IOException)
            {
                await Task.Delay(BeforeReconnecting, clock, stop).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        }
    }

    private async Task Listen(CancellationToken stop)
    {
        var factory = new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync(stop);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: stop);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.ChannelShutdownAsync += (_, _) => { closed.TrySetResult(); return Task.CompletedTask; };
        var queue = await channel.QueueDeclareAsync(cancellationToken: stop);
        foreach (var fact in Facts)
            await channel.QueueBindAsync(queue.QueueName, $"Campaign.Contracts.{fact}", "", cancellationToken: stop);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, message) =>
        {
            if (message.BasicProperties.Headers?.ContainsKey(Mark) is not true && random.Next(OneOutOf) == 0)
                _ = SayAgain(channel, message.Exchange, new BasicProperties(message.BasicProperties), message.Body.ToArray(), stop);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, stop);
        await closed.Task.WaitAsync(stop).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task SayAgain(IChannel channel, string exchange, BasicProperties properties, byte[] body, CancellationToken stop)
    {
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(random.NextDouble() * LongestDelaySeconds), clock, stop);
            properties.Headers = new Dictionary<string, object?>(properties.Headers
                ?? new Dictionary<string, object?>(StringComparer.Ordinal), StringComparer.Ordinal)
            { [Mark] = true };
            await channel.BasicPublishAsync(exchange, "", mandatory: false, properties, body, stop);
            Interlocked.Increment(ref said);
        }
        catch (Exception away) when (away is AlreadyClosedException or OperationCanceledException or ObjectDisposedException)
        {
            // One repetition less.
        }
    }
}
