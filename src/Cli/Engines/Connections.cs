using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Npgsql;

namespace Campaign.Cli.Engines;

/// <summary>Where a process that works beside the running services finds what they use.</summary>
internal static class Connections
{
    public const string OwnerRole = "campaign";

    private const string Broker = "rabbitmq";

    /// <summary>Whether the environment names any of what an engine of ours would otherwise be started for.</summary>
    public static bool NamesExternal =>
        ServiceProject.All.Select(service => service.Name).Append(Broker).Any(name => Given(name) is not null);

    /// <summary>The variables of the environment that name the databases of other services.</summary>
    public static IEnumerable<string> GivenToOthersThan(ServiceProject service) =>
        ServiceProject.All.Where(other => other != service).SelectMany(other => new[] { other.Name, $"{other.Name}-owner" })
            .Where(name => Given(name) is not null).Select(Variable);

    /// <summary>Its database, by the role that owns it. It sends and hears nothing, so the broker is only named.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Beside(DataDirectory data, RunState state, ServiceProject service)
    {
        var owner = Given(service.Name) is null ? OwnerOf(data, state, service.Name) : Given($"{service.Name}-owner");
        yield return new(Variable(service.Name), Given(service.Name) ?? owner);
        if (owner is not null)
            yield return new(Variable($"{service.Name}-owner"), owner);
        yield return new(Variable(Broker), Given(Broker) ?? "amqp://127.0.0.1/");
    }

    /// <summary>For a database of the engine that is on record, as the role that owns all of them.</summary>
    public static string OwnerOf(DataDirectory data, RunState state, string database) =>
        To(AddressOf(state, PostgresServer.Name), OwnerRole, data.Secret("postgres"), database);

    public static string To(string address, string role, string password, string database)
    {
        var server = new Uri(address);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = server.Host,
            Port = server.Port,
            Username = role,
            Password = password,
            Database = database,
        };
        return connection.ConnectionString;
    }

    public static string AddressOf(RunState state, string engine) =>
        state.Find(engine)?.Address is { Length: > 0 } address ? address : throw new LaunchException($"{engine} 没有在运行。");

    private static string Variable(string name) => $"ConnectionStrings__{name}";

    private static string? Given(string name) => Environment.GetEnvironmentVariable(Variable(name)) is { Length: > 0 } value ? value : null;
}
