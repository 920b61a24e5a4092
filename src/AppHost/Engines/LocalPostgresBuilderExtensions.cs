using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Campaign.AppHost.Engines;

internal static class LocalPostgresBuilderExtensions
{
    // To PostgreSQL SIGTERM, all that DCP knows, means to wait until the last client has gone; SIGINT is its orderly stop.
    private const string StopsInOrder =
        """
        "$@" & server=$!
        trap 'kill -INT $server' TERM INT
        wait $server; code=$?
        while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
        exit $code
        """;

    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC",
        // Five services in several instances, each with its pool.
        "max_connections=400",
    ];

    public static IResourceBuilder<LocalPostgresResource> AddLocalPostgres(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, DataDirectory data)
    {
        var password = builder.AddParameter($"{name}-password", () => data.Secret("postgres"), secret: true);
        var postgres = new LocalPostgresResource(name, PostgresServer.ClusterOf(data), password.Resource);
        var resource = builder.AddResource(postgres)
            .WithTitle("PostgreSQL", Layer.Engine)
            .WithIconName("DatabaseMultiple")
            .WithAnnotation(new ProcessIdAnnotation(postgres.Cluster.ServerPid))
            .WithLoopbackEndpoint("tcp")
            .WithArgs(context => AddArguments(context.Args, postgres))
            .OnBeforeResourceStarted((_, _, ct) => postgres.Cluster.Create(
                [
                    $"ALTER ROLE {LocalPostgresResource.AdminName} PASSWORD '{data.Secret("postgres-admin")}';",
                    $"CREATE ROLE {LocalPostgresResource.OwnerName} LOGIN CREATEDB PASSWORD '{data.Secret("postgres")}';",
                ],
                ct))
            .WithNpgsqlHealthCheck("postgres")
            .ExcludeFromManifest();
        password.WithParentRelationship(resource);
        return resource;
    }

    public static IResourceBuilder<LocalPostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<LocalPostgresResource> postgres, [ResourceName] string name, string databaseName)
    {
        var database = new LocalPostgresDatabaseResource(name, databaseName, postgres.Resource);
        // Aspire hands the state of a container on to its children, that of an executable not.
        postgres.OnResourceReady(async (server, ready, ct) =>
            {
                await Create(server, databaseName, ct);
                await database.WhenCreated(server, ct);
                await Tell(ready.Services, KnownResourceStates.Running);
            })
            .OnResourceStopped((_, stopped, _) => Tell(stopped.Services, KnownResourceStates.Exited));
        return postgres.ApplicationBuilder.AddResource(database)
            .WithIconName("Database")
            .WithNpgsqlHealthCheck(databaseName)
            .ExcludeFromManifest();

        Task Tell(IServiceProvider services, string state) =>
            services.GetRequiredService<ResourceNotificationService>()
                .PublishUpdateAsync(database, snapshot => snapshot with { State = state });
    }

    public static IResourceBuilder<LocalPostgresDatabaseResource> OnDatabaseCreated(
        this IResourceBuilder<LocalPostgresDatabaseResource> database, Func<LocalPostgresResource, CancellationToken, Task> work)
    {
        database.Resource.WhenCreated = work;
        return database;
    }

    private static void AddArguments(IList<object> arguments, LocalPostgresResource postgres)
    {
        foreach (var word in (string[])["-c", StopsInOrder, "postgres", .. postgres.Cluster.ServerCommand])
            arguments.Add(word);
        var port = ReferenceExpression.Create($"port={postgres.PrimaryEndpoint.Property(EndpointProperty.TargetPort)}");
        foreach (var setting in (object[])[.. Settings, port])
        {
            arguments.Add("-c");
            arguments.Add(setting);
        }
    }

    private static async Task Create(LocalPostgresResource server, string databaseName, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(
            $"{await server.ConnectionStringExpression.GetValueAsync(ct)};Database=postgres;Pooling=false");
        await using var find = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
        find.Parameters.AddWithValue(databaseName);
        if (await find.ExecuteScalarAsync(ct) is not null)
            return;
        await using var create = source.CreateCommand($"CREATE DATABASE \"{databaseName}\"");
        await create.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Without a pool: a connection kept here would be one more client to wait for.</summary>
    private static IResourceBuilder<T> WithNpgsqlHealthCheck<T>(this IResourceBuilder<T> builder, string databaseName)
        where T : IResourceWithConnectionString
    {
        var connection = "";
        builder.OnConnectionStringAvailable(async (resource, _, ct) => connection = await resource.GetConnectionStringAsync(ct));
        var key = $"{builder.Resource.Name}_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().AddNpgSql(
            _ => $"{connection};Pooling=false", name: key,
            configure: check => check.ConnectionString = $"{connection};Pooling=false;Database={databaseName}");
        return builder.WithHealthCheck(key);
    }
}
