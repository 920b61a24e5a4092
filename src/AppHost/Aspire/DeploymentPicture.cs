using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Campaign.AppHost;

/// <summary>
/// PostgreSQL, RabbitMQ, four services and the gateway in front of them. Aspire makes the two passwords secret parameters
/// and generates them. Compose has neither its health checks nor its databases: there the services create their own
/// databases and wait for both engines by themselves.
/// </summary>
internal static class DeploymentPicture
{
    public static void AddCampaign(this IDistributedApplicationBuilder builder)
    {
        var postgres = builder.AddPostgres("postgres").WithDataVolume();
        // Its data lie below the name of the node, which would be that of the container and change with it.
        var rabbit = builder.AddRabbitMQ("rabbitmq").WithManagementPlugin().WithDataVolume()
            .WithEnvironment("RABBITMQ_NODENAME", "rabbitmq@localhost");

        var gateway = builder.AddService<Projects.Gateway>("gateway", postgres)
            .WithExternalHttpEndpoints()
            .WithEnvironment("Setup__LinkFile", builder.PathOf("setup-link"));
        gateway.WithEnvironment("Identity__Authority", gateway.GetEndpoint("http"));

        var inspections = builder.AddService<Projects.Inspections_Service>("inspections", postgres);
        inspections.KeepEvidence();
        IResourceBuilder<ProjectResource>[] services =
        [
            builder.AddService<Projects.Tasks_Service>("tasks", postgres),
            inspections,
            builder.AddService<Projects.Scoring_Service>("scoring", postgres),
            builder.AddService<Projects.Integration_Service>("integration", postgres),
        ];
        foreach (var service in services)
        {
            service.WithReference(rabbit).WaitFor(rabbit)
                .WithEnvironment("Identity__Authority", gateway.GetEndpoint("http"));
            // No WaitFor: a service is ready only when it has the gateway's keys.
            gateway.WithEnvironment($"Services__{service.Resource.Name}", service.GetEndpoint("http"));
        }
    }

    /// <summary>A service with a database of its own that it knows by its own name.</summary>
    private static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, string name, IResourceBuilder<PostgresServerResource> postgres)
        where TProject : IProjectMetadata, new()
    {
        var database = postgres.AddDatabase($"{name}-db", databaseName: name);
        return builder.AddProject<TProject>(name, project => project.ExcludeLaunchProfile = true)
            .WithHttpEndpoint(name: "http")
            .WithHttpHealthCheck("/health/ready", endpointName: "http")
            .WithReference(database, connectionName: name)
            .WithEnvironment("MALLOC_ARENA_MAX", "1")
            .WaitFor(database);
    }
}
