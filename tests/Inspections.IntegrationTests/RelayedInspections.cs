using Campaign.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>
/// A service that reaches PostgreSQL and RabbitMQ over relays, which a test cuts and joins; the test itself goes past them.
/// </summary>
internal sealed class RelayedInspections : IAsyncDisposable
{
    private readonly (string Key, string Value)[] settings;
    private ServiceHost<Program>? host;

    private RelayedInspections(Surroundings surroundings)
    {
        Surroundings = surroundings;
        Database = TcpRelay.Before(surroundings.Database, out var database);
        Broker = TcpRelay.Before(surroundings.Broker, out var broker);
        settings =
        [
            // A database that falls silent is given up after this many seconds.
            ("ConnectionStrings:inspections", $"{database};Timeout=2;Command Timeout=2"),
            ("ConnectionStrings:rabbitmq", broker.ToString()),
            ("Messaging:RetryLimit", "2"),
        ];
    }

    public Surroundings Surroundings { get; }

    public TcpRelay Database { get; }

    public TcpRelay Broker { get; }

    public LogHeard Log { get; } = new();

    public ShiftedClock Clock { get; } = new();

    public ServiceHost<Program> Host => host ?? throw new InvalidOperationException("The service has not started.");

    /// <summary>Not started, and nothing there that it needs.</summary>
    public static async Task<RelayedInspections> Create() => new(await Surroundings.Create());

    public static async Task<RelayedInspections> Ready()
    {
        var service = await Create();
        service.Database.Join();
        service.Broker.Join();
        await service.Start();
        await service.Host.Ready();
        return service;
    }

    /// <summary>Done when the service takes requests.</summary>
    public async Task Start() => host = await Task.Run(() => Surroundings.Start<Program>("inspections", Listen, settings));

    public async Task<HealthAnswer> Health()
    {
        using var client = Host.CreateClient();
        using var answer = await client.GetAsync("/health/ready");
        return new((int)answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>A message as it stands, into a queue.</summary>
    public async Task Tell(string queue, string body)
    {
        await using var connection = await new ConnectionFactory { Uri = Surroundings.Broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var properties = new BasicProperties { ContentType = "application/vnd.masstransit+json" };
        await channel.BasicPublishAsync("", queue, mandatory: true, properties, System.Text.Encoding.UTF8.GetBytes(body));
    }

    /// <summary>How many messages wait in a queue; none where there is no such queue.</summary>
    public async Task<uint> Waiting(string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = Surroundings.Broker }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        try
        {
            return (await channel.QueueDeclarePassiveAsync(queue)).MessageCount;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return 0;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Database.Join();
        Broker.Join();
        if (host is not null) await host.DisposeAsync();
        Database.Dispose();
        Broker.Dispose();
        Surroundings.Dispose();
    }

    private void Listen(IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(Log);
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
    }
}

internal sealed record HealthAnswer(int Status, string Text);

/// <summary>The machine's clock, some time ahead.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
