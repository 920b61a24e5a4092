using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Npgsql;

namespace Campaign.Cli.Engines;

/// <summary>A PostgreSQL of our own on a free loopback port, run by the distribution's binaries.</summary>
internal sealed class PostgresServer
{
    public const string Name = "postgres";

    private const string AdminRole = "postgres";

    private readonly DataDirectory data;

    public PostgresServer(DataDirectory data, bool durable = true)
    {
        this.data = data;
        var cluster = ClusterOf(data);
        var command = cluster.Command("postgres", ["-D", cluster.Directory, .. Settings(durable)]);
        var launch = new Launch(command) { LogFile = data.LogOf("postgres"), StopSignal = Signal.Interrupt };
        Part = new Part(Name, "PostgreSQL", Layer.Engine, launch)
        {
            Prepare = ct => cluster.Create(
                [
                    $"ALTER ROLE {AdminRole} PASSWORD '{data.Secret("postgres-admin")}';",
                    $"CREATE ROLE {Connections.OwnerRole} LOGIN CREATEDB PASSWORD '{data.Secret("postgres")}';",
                ],
                ct),
            IsReady = Answers,
            Address = $"127.0.0.1:{Port}",
        };
    }

    public Part Part { get; }

    private int Port { get; } = FreePort.Next();

    /// <summary>For a service: it may create its own database and sees no other role's.</summary>
    public string ConnectionString(string database) => Connection(Connections.OwnerRole, data.Secret("postgres"), database, Port);

    public static PostgresCluster ClusterOf(DataDirectory data) => new(data.At("postgres"), PostgresAccount.For(data.At("postgres")));

    public string AdminConnectionString =>
        Connection(AdminRole, data.Secret("postgres-admin"), "postgres", Port) + ";Include Error Detail=true";

    /// <summary>For a database of the server that is on record.</summary>
    public static string AdminOf(DataDirectory data, RunState state, string database) =>
        Connections.To(Connections.AddressOf(state, Name), AdminRole, data.Secret("postgres-admin"), database);

    /// <summary>While it runs: the passwords of another data directory.</summary>
    public async Task TakePasswordsOf(DataDirectory other, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(AdminConnectionString);
        await using var change = source.CreateCommand(
            $"ALTER ROLE {Connections.OwnerRole} PASSWORD '{other.Secret("postgres")}'; ALTER ROLE {AdminRole} PASSWORD '{other.Secret("postgres-admin")}'");
        await change.ExecuteNonQueryAsync(ct);
    }

    private static string Connection(string role, string password, string database, int port) =>
        new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = role, Password = password, Database = database }
            .ConnectionString;

    private string[] Settings(bool durable)
    {
        string[] always =
        [
            "listen_addresses=127.0.0.1", $"port={Port}", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC",
            // Five services in several instances, each with its pool.
            "max_connections=400",
        ];
        string[] withoutDurability = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
        return [.. (durable ? always : [.. always, .. withoutDurability]).SelectMany(setting => new[] { "-c", setting })];
    }

    private async Task<bool> Answers(CancellationToken ct)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(AdminConnectionString);
            await using var connection = await source.OpenConnectionAsync(ct);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
