using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace Campaign.Testing.Containers;

/// <summary>The engines as containers, for a machine without the distribution's packages. Testcontainers removes them after us.</summary>
internal static class EngineContainers
{
    private const ushort ManagementPort = 15672;
    private const string User = "campaign";

    public static async Task<EngineAddresses> Start()
    {
        var password = Guid.NewGuid().ToString("N");
        var postgres = new PostgreSqlBuilder("postgres:17")
            .WithPassword(password)
            .WithCommand("-c", "fsync=off", "-c", "max_connections=400")
            .Build();
        var rabbit = new RabbitMqBuilder("rabbitmq:4-management")
            .WithUsername(User)
            .WithPassword(password)
            .WithPortBinding(ManagementPort, assignRandomHostPort: true)
            .Build();
        await Task.WhenAll(postgres.StartAsync(), rabbit.StartAsync());
        var management = new UriBuilder("http", rabbit.Hostname, rabbit.GetMappedPublicPort(ManagementPort)) { UserName = User, Password = password };
        return new(postgres.GetConnectionString(), new Uri(rabbit.GetConnectionString()), management.Uri);
    }
}
