using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Campaign.AppHost;

/// <summary>
/// PostgreSQL, RabbitMQ, four services and the gateway in front of them. Aspire generates the passwords;
/// the services create their own databases and wait for both engines by themselves, too.
/// </summary>
internal static class DeploymentPicture
{
    public static void AddCampaign(this IDistributedApplicationBuilder builder)
    {
        var postgres = builder.AddPostgres("postgres").WithDataVolume();
        var rabbit = builder.AddRabbitMQ("rabbitmq").WithManagementPlugin().WithDataVolume();

        var gateway = builder.AddService<Projects.Gateway>("gateway", postgres)
            .WithExternalHttpEndpoints();
        gateway.WithEnvironment("Identity__Authority", gateway.GetEndpoint("http"));

        IResourceBuilder<ProjectResource>[] services =
        [
            builder.AddService<Projects.Tasks_Service>("tasks", postgres),
            builder.AddService<Projects.Inspections_Service>("inspections", postgres),
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
            .WaitFor(database);
    }
}
