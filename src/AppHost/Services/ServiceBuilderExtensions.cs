using System.Net.NetworkInformation;
using Campaign.AppHost.Engines;
using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost.Services;

internal static class ServiceBuilderExtensions
{
    private const string Http = "http";

    /// <summary><c>Gateway:Port</c>, where 0 is any; unless it is named, the usual one while nobody has it.</summary>
    public static int? GatewayPort(this IDistributedApplicationBuilder builder) => builder.Configuration.GetValue<int?>("Gateway:Port") switch
    {
        0 => null,
        { } named => named,
        null when IsFree(ServiceProject.Gateway.UsualPort!.Value) => ServiceProject.Gateway.UsualPort,
        null => null,
    };

    /// <summary>A service with its own database, in <c>NAME:Instances</c> instances.</summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, ServiceProject service, EngineSet engines, int? port = null)
        where TProject : IProjectMetadata, new()
    {
        var instances = builder.Configuration.GetValue($"{service.Name}:Instances", 1);
        return builder.AddProject<TProject>(service.Name, project => project.ExcludeLaunchProfile = true)
            .WithTitle(service.Title, Layer.Service)
            .WithBuiltAssembly(Checkout.Current.Program(service.Project, service.Assembly))
            .WithReplicas(instances)
            .WithEndpoint(Http, endpoint =>
            {
                endpoint.UriScheme = Http;
                endpoint.TargetHost = "127.0.0.1";
                endpoint.Port = port;
                // Several instances share one address, and so need somebody to hand their calls out.
                endpoint.IsProxied = instances > 1;
                endpoint.TargetPort = endpoint.IsProxied ? null : port;
            })
            .WithHttpHealthCheck("/health/ready", endpointName: Http)
            .WithDatabase(engines, service)
            // One arena for what the runtime allocates natively: each keeps what the compiler once needed.
            .WithEnvironment("MALLOC_ARENA_MAX", "1")
            .WithoutHttpsCertificate();
    }

    public static IResourceBuilder<ProjectResource> WithDatabase(this IResourceBuilder<ProjectResource> service, EngineSet engines, ServiceProject project)
    {
        var (run, owner) = engines.DatabaseOf(project);
        service.WithReference(run, connectionName: project.Name).WaitFor(run);
        return owner is null ? service : service.WithReference(owner, connectionName: $"{project.Name}-owner");
    }

    public static IResourceBuilder<ProjectResource> WithMessages(this IResourceBuilder<ProjectResource> service, EngineSet engines) =>
        service.WithReference(engines.Broker, connectionName: EngineNames.RabbitMQ).WaitFor(engines.Broker);

    /// <summary>The gateway finds the service, the service believes the gateway's tokens.</summary>
    public static IResourceBuilder<ProjectResource> WithGatewayBefore(this IResourceBuilder<ProjectResource> service, IResourceBuilder<ProjectResource> gateway)
    {
        gateway.WithReference(service).WithEnvironment($"Services__{service.Resource.Name}", service.GetEndpoint(Http));
        return service.WithEnvironment("Identity__Authority", gateway.GetEndpoint(Http));
    }

    public static IResourceBuilder<ProjectResource> WithSecretsIn(this IResourceBuilder<ProjectResource> gateway, DataDirectory data)
    {
        _ = data.Secret("operator");
        return gateway.WithEnvironment("Identity__Authority", gateway.GetEndpoint(Http))
            .WithEnvironment("Setup__LinkFile", data.SetupLinkFile)
            .WithEnvironment("Operator__ClientSecretFile", data.SecretFile("operator"));
    }

    public static IResourceBuilder<ProjectResource> WithEvidenceIn(this IResourceBuilder<ProjectResource> inspections, DataDirectory data) =>
        inspections.WithEnvironment("Evidence__Directory", data.At("evidence"));

    public static IResourceBuilder<ProjectResource> WithNamedUrls(this IResourceBuilder<ProjectResource> gateway) =>
        gateway.WithUrlForEndpoint(Http, url => url.DisplayText = "创卫平台")
            .WithUrlForEndpoint(Http, _ => new() { Url = "/docs", DisplayText = "接口文档" });

    /// <summary>A program that somebody starts when he wants it.</summary>
    public static IResourceBuilder<ProjectResource> AddTool<TProject>(
        this IDistributedApplicationBuilder builder, string name, string title, IResourceBuilder<ProjectResource> gateway, DataDirectory data)
        where TProject : IProjectMetadata, new() =>
        builder.AddProject<TProject>(name, project => project.ExcludeLaunchProfile = true)
            .WithTitle(title, Layer.Tool)
            .WithBuiltAssembly(Checkout.Current.Program("Demo", "Campaign.Demo"))
            .WithEnvironment("CAMPAIGN_GATEWAY", gateway.GetEndpoint(Http))
            .WithEnvironment("CAMPAIGN_OPERATOR_SECRET_FILE", data.SecretFile("operator"))
            .WaitFor(gateway)
            .WithExplicitStart()
            .WithoutHttpsCertificate()
            .WithIconName("PlayCircle")
            .ExcludeFromManifest();

    /// <summary>Without `dotnet run` in between, which stays and takes 65 MB.</summary>
    private static IResourceBuilder<ProjectResource> WithBuiltAssembly(this IResourceBuilder<ProjectResource> project, string assembly) =>
        project.ApplicationBuilder.ExecutionContext.IsPublishMode
            ? project
            : project.WithAnnotation(new ExecutableAnnotation { Command = Checkout.DotNet, WorkingDirectory = Path.GetDirectoryName(assembly)! }).WithArgs(assembly);

    private static bool IsFree(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().All(listener => listener.Port != port);
}
