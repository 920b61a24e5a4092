using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Campaign.Testing;
using Npgsql;

namespace Campaign.Chaos;

/// <summary>PostgreSQL and RabbitMQ as durable as in production, each behind a relay that can be cut.</summary>
internal sealed class WorldEngines : IDisposable
{
    private const string BrokerName = "rabbitmq";
    private readonly PostgresServer postgres;
    private readonly RabbitServer rabbit;
    private readonly int relayedPort;
    private readonly Uri relayedBroker;

    public WorldEngines(DataDirectory data)
    {
        (postgres, rabbit) = (new(data), new(data));
        Database = TcpRelay.Before(postgres.AdminConnectionString, out var relayed);
        relayedPort = new NpgsqlConnectionStringBuilder(relayed).Port;
        Broker = TcpRelay.Before(rabbit.Uri, out relayedBroker);
        Inside = new(
            database => new NpgsqlConnectionStringBuilder(postgres.AdminConnectionString) { Database = database }.ConnectionString,
            () => rabbit.Management);
    }

    public IReadOnlyList<Part> Parts => [postgres.Part, .. rabbit.Parts];

    public TcpRelay Database { get; }

    public TcpRelay Broker { get; }

    /// <summary>The broker itself, past the relay.</summary>
    public Uri BrokerAddress => rabbit.Uri;

    public Inside Inside { get; }

    /// <summary>How a program is told where they are.</summary>
    public Dictionary<string, string?> Variables(bool relayed)
    {
        var variables = ServiceProject.All.ToDictionary(
            service => Variable(service.Name), string? (ServiceProject service) => ConnectionTo(service, relayed), StringComparer.Ordinal);
        variables[Variable(BrokerName)] = $"{(relayed ? relayedBroker : rabbit.Uri)}";
        return variables;
    }

    public void Join()
    {
        Database.Join();
        Broker.Join();
    }

    public void Dispose()
    {
        Database.Dispose();
        Broker.Dispose();
    }

    private static string Variable(string name) => $"ConnectionStrings__{name}";

    private string ConnectionTo(ServiceProject service, bool relayed)
    {
        var direct = postgres.ConnectionString(service.Name);
        return relayed ? new NpgsqlConnectionStringBuilder(direct) { Port = relayedPort }.ConnectionString : direct;
    }
}
