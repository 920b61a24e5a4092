using DotNet.Testcontainers.Builders;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Campaign.Testing.Containers;

/// <summary>The engines as containers, for as long as this process lives. Testcontainers' reaper removes them where it could not.</summary>
internal static class EngineContainers
{
    private const ushort ManagementPort = 15672;
    private const string User = "campaign";
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    public static async Task<EngineAddresses> Start()
    {
        var password = Guid.NewGuid().ToString("N");
        var postgres = new PostgreSqlBuilder(ContainerEngine.PostgresImage)
            .WithPassword(password)
            .WithCommand("-c", "max_connections=400")
            .Build();
        var rabbit = new RabbitMqBuilder(ContainerEngine.RabbitImage)
            .WithUsername(User)
            .WithPassword(password)
            .WithPortBinding(ManagementPort, assignRandomHostPort: true)
            // Not by what it prints: images differ in what they log to the console.
            .WithWaitStrategy(Wait.ForUnixContainer().UntilHttpRequestIsSucceeded(request => request
                .ForPort(ManagementPort).ForPath("/api/overview").WithBasicAuthentication(User, password)))
            .Build();
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            Task.WhenAll(postgres.DisposeAsync().AsTask(), rabbit.DisposeAsync().AsTask()).Wait(Farewell);
        using var limit = new CancellationTokenSource(Limit);
        await Task.WhenAll(postgres.StartAsync(limit.Token), rabbit.StartAsync(limit.Token));
        var management =
            new UriBuilder("http", rabbit.Hostname, rabbit.GetMappedPublicPort(ManagementPort)) { UserName = User, Password = password };
        return new(postgres.GetConnectionString(), new Uri(rabbit.GetConnectionString()), management.Uri);
    }
}
