using Campaign.Web;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Campaign.Messaging;

/// <summary>
/// What a service could not handle: MassTransit leaves it in <c>…_error</c>. An operator's errand, so each call has a connection of its
/// own; what it takes and does not acknowledge goes back when that ends.
/// </summary>
internal sealed class DeadLetterQueue(Uri broker, ServiceName service)
{
    /// <summary>At most so many are put back with one call, so that it ends before its caller loses patience.</summary>
    public const int MostAtOnce = 1000;

    private readonly ConnectionFactory connections = new()
    {
        Uri = broker,
        ClientProvidedName = $"{service.Value} dead letters",
        AutomaticRecoveryEnabled = false,
        RequestedConnectionTimeout = TimeSpan.FromSeconds(5),
    };

    public string Name { get; } = service.Value + "_error";

    /// <summary>The queue they came from, and the exchange in front of it.</summary>
    public string Origin { get; } = service.Value;

    /// <exception cref="BrokerUnreachableException">The broker is away.</exception>
    public async Task<long> Count(CancellationToken cancellation)
    {
        await using var connection = await connections.CreateConnectionAsync(cancellation);
        return await Count(connection, cancellation);
    }

    public async Task<IReadOnlyList<DeadLetter>> Peek(int most, bool withBody, CancellationToken cancellation)
    {
        await using var connection = await connections.CreateConnectionAsync(cancellation);
        if (await Count(connection, cancellation) == 0) return [];
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        var letters = new List<DeadLetter>();
        while (letters.Count < most && await channel.BasicGetAsync(Name, autoAck: false, cancellation) is { } dead)
            letters.Add(DeadLetter.From(dead, withBody));
        return letters;
    }

    /// <summary>
    /// Puts messages back into the queue they came from, each one acknowledged here when the broker has it there: dying in between
    /// leaves it twice, and twice heard is once done.
    /// </summary>
    /// <param name="only">Their ids; null for all.</param>
    /// <returns>How many.</returns>
    public async Task<int> Redrive(IReadOnlySet<string>? only, CancellationToken cancellation)
    {
        await using var connection = await connections.CreateConnectionAsync(cancellation);
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        var redriven = 0;
        // What fails again comes back behind those that were there, and is not taken a second time.
        var left = await Count(connection, cancellation);
        if (left == 0) return 0;
        await using var channel = await connection.CreateChannelAsync(confirmed, cancellation);
        for (; left > 0 && redriven < Math.Min(MostAtOnce, only?.Count ?? MostAtOnce); left--)
        {
            if (await channel.BasicGetAsync(Name, autoAck: false, cancellation) is not { } dead) break;
            if (only?.Contains(dead.BasicProperties.MessageId ?? "") is false) continue;
            await channel.BasicPublishAsync(Origin, "", mandatory: true, DeadLetter.Revived(dead.BasicProperties), dead.Body, cancellation);
            await channel.BasicAckAsync(dead.DeliveryTag, multiple: false, cancellation);
            redriven++;
        }

        return redriven;
    }

    /// <summary>On a channel of its own: asking for a queue that no message has died into yet closes it.</summary>
    private async Task<long> Count(IConnection connection, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        try
        {
            return await channel.MessageCountAsync(Name, cancellation);
        }
        catch (OperationInterruptedException closed) when (closed.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }
}
