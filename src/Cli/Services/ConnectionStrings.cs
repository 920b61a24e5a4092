using Campaign.Cli.Engines;
using Campaign.Cli.Running;

namespace Campaign.Cli.Services;

/// <summary>
/// Where the services find PostgreSQL and RabbitMQ: what the environment names is used as it is,
/// and an engine is started only when something is left for it.
/// </summary>
internal sealed class ConnectionStrings
{
    private const string Broker = "rabbitmq";

    private readonly PostgresServer? postgres;
    private readonly RabbitServer? rabbit;

    public ConnectionStrings(DataDirectory data)
    {
        var needsPostgres = ServiceProject.All.Any(service => Given(service.Name) is null);
        var needsRabbit = Given(Broker) is null;
        if ((needsPostgres && !PostgresCluster.IsInstalled) || (needsRabbit && !RabbitServer.IsInstalled))
            throw new LaunchException("本机缺少 PostgreSQL 或 RabbitMQ。请先执行：sudo apt-get install -y postgresql rabbitmq-server，或用 ConnectionStrings__… 环境变量指定外部服务。");
        postgres = needsPostgres ? new PostgresServer(data) : null;
        rabbit = needsRabbit ? new RabbitServer(data) : null;
    }

    /// <summary>Whether the environment names any of what an engine of ours would otherwise be started for.</summary>
    public static bool NamesExternal => ServiceProject.All.Select(service => service.Name).Append(Broker).Any(name => Given(name) is not null);

    public IReadOnlyList<Part> Engines => [.. postgres is null ? [] : new[] { postgres.Part }, .. rabbit?.Parts ?? []];

    /// <summary>The variables of one service: its own database and the broker, nobody else's.</summary>
    public IEnumerable<KeyValuePair<string, string?>> For(ServiceProject service)
    {
        foreach (var other in ServiceProject.All)
            yield return new(Variable(other.Name), other == service ? Given(service.Name) ?? postgres!.ConnectionString(service.Name) : null);
        yield return new(Variable(Broker), Given(Broker) ?? rabbit!.Uri.ToString());
    }

    /// <summary>For a process that works beside a running service: its database. It sends and hears nothing, so the broker is only named.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Beside(DataDirectory data, PartsState state, ServiceProject service)
    {
        yield return new(Variable(service.Name), Given(service.Name) ?? PostgresServer.ConnectionString(data, state.AddressOf(PostgresServer.Name), service.Name));
        yield return new(Variable(Broker), Given(Broker) ?? "amqp://127.0.0.1/");
    }

    private static string Variable(string name) => $"ConnectionStrings__{name}";

    private static string? Given(string name) => Environment.GetEnvironmentVariable(Variable(name)) is { Length: > 0 } value ? value : null;
}
