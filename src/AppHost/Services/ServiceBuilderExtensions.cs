using System.Net.NetworkInformation;
using Campaign.AppHost.Engines;
using Campaign.AppHost.Running;
using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Microsoft.Extensions.Configuration;

namespace Campaign.AppHost.Services;

internal static class ServiceBuilderExtensions
{
    private const string Http = "http";

    /// <summary><c>Gateway:Port</c>, where 0 is any; unless it is named, the usual one while nobody has it.</summary>
    public static int? GatewayPort(this IDistributedApplicationBuilder builder) =>
        builder.Configuration.GetValue<int?>("Gateway:Port") switch
        {
            0 => null,
            { } named => named,
            null when IsFree(ServiceProject.Gateway.UsualPort!.Value) => ServiceProject.Gateway.UsualPort,
            null => null,
        };

    /// <summary>A service with its own database, in <c>NAME:Instances</c> instances.</summary>
    public static IResourceBuilder<ProjectResource> AddService<TProject>(
        this IDistributedApplicationBuilder builder, ServiceProject service, EngineSet engines)
        where TProject : IProjectMetadata, new()
    {
        var instances = builder.Configuration.GetValue($"{service.Name}:Instances", 1);
        return builder.AddProgram<TProject>(service.Name, Checkout.Current.Program(service.Project, service.Assembly))
            .WithTitle(service.Title, Layer.Service)
            .WithReplicas(instances)
            .WithEndpoint(Http, endpoint =>
            {
                endpoint.UriScheme = Http;
                endpoint.TargetHost = "127.0.0.1";
                // Several instances share one address, and so need somebody to hand their calls out.
                endpoint.IsProxied = instances > 1;
            })
            .WithHttpHealthCheck("/health/ready", endpointName: Http)
            .WithDatabase(engines, service)
            // One arena for what the runtime allocates natively: each keeps what the compiler once needed.
            .WithEnvironment("MALLOC_ARENA_MAX", "1");
    }

    /// <summary>
    /// The built assembly, without `dotnet run` in between, which stays and takes 65 MB; and without Aspire's command that builds.
    /// </summary>
    public static IResourceBuilder<ProjectResource> AddProgram<TProject>(
        this IDistributedApplicationBuilder builder, string name, string assembly)
        where TProject : IProjectMetadata, new()
    {
        var program = builder.AddProject<TProject>(name, project => project.ExcludeLaunchProfile = true).WithoutHttpsCertificate();
        if (builder.ExecutionContext.IsPublishMode)
            return program;
        foreach (var builds in builder.Resources.Where(resource => resource.Name == $"{name}-rebuilder").ToList())
            builder.Resources.Remove(builds);
        foreach (var builds in program.Resource.Annotations.OfType<ProjectLaunchDefaultsAnnotation>().ToList())
            program.Resource.Annotations.Remove(builds);
        return program
            .WithAnnotation(new ExecutableAnnotation { Command = Checkout.DotNet, WorkingDirectory = Path.GetDirectoryName(assembly)! })
            .WithArgs(assembly);
    }

    /// <summary>Where people and machines reach the platform.</summary>
    public static IResourceBuilder<ProjectResource> OnPort(this IResourceBuilder<ProjectResource> gateway, int? port) =>
        gateway.WithExternalHttpEndpoints().WithEndpoint(Http, endpoint =>
        {
            endpoint.Port = port;
            endpoint.TargetPort = endpoint.IsProxied ? null : port;
        });

    public static IResourceBuilder<ProjectResource> WithDatabase(
        this IResourceBuilder<ProjectResource> service, EngineSet engines, ServiceProject project)
    {
        var database = engines.DatabaseOf(project);
        service.WithReference(database.Resource, connectionName: project.Name).WaitFor(database.Resource);
        if (database.Serving is { } serving)
            service.WithEnvironment($"ConnectionStrings__{project.Name}", serving);
        // Children have our environment: what names somebody else's database is not for them.
        foreach (var foreign in Connections.GivenToOthersThan(project))
            service.WithEnvironment(foreign, "");
        return database.Owner is { } owner ? service.WithEnvironment($"ConnectionStrings__{project.Name}-owner", owner) : service;
    }

    public static IResourceBuilder<ProjectResource> WithMessages(
        this IResourceBuilder<ProjectResource> service, EngineSet engines, ServiceProject project)
    {
        var broker = engines.Broker;
        service.WithReference(broker.Resource, connectionName: EngineNames.RabbitMQ).WaitFor(broker.Resource);
        return broker.Users is { } users
            ? service.WithEnvironment($"ConnectionStrings__{EngineNames.RabbitMQ}", users(project))
            : service;
    }

    /// <summary>The gateway finds the service, the service believes the gateway's tokens.</summary>
    public static IResourceBuilder<ProjectResource> WithGatewayBefore(
        this IResourceBuilder<ProjectResource> service, IResourceBuilder<ProjectResource> gateway)
    {
        gateway.WithReference(service);
        return gateway.ApplicationBuilder.PublicAddress() is { } address
            ? service.WithEnvironment("Identity__Authority", address)
                .WithEnvironment("Identity__JwksAddress", ReferenceExpression.Create($"{gateway.GetEndpoint(Http)}/.well-known/jwks.json"))
            : service.WithEnvironment("Identity__Authority", gateway.GetEndpoint(Http));
    }

    public static IResourceBuilder<ProjectResource> WithSecretsIn(this IResourceBuilder<ProjectResource> gateway, DataDirectory data)
    {
        _ = data.Secret(OperatorClient.Name);
        if (gateway.ApplicationBuilder.PublicAddress() is { } address)
            gateway.WithEnvironment("Identity__Authority", address);
        else
            gateway.WithEnvironment("Identity__Authority", gateway.GetEndpoint(Http));
        return gateway.WithEnvironment("Setup__LinkFile", data.SetupLinkFile)
            .WithEnvironment("Keys__CertificateFile", WrappingCertificate.In(data))
            .WithEnvironment("Operator__ClientSecretFile", data.SecretFile(OperatorClient.Name));
    }

    public static IResourceBuilder<ProjectResource> WithEvidenceIn(
        this IResourceBuilder<ProjectResource> inspections, DataDirectory data) =>
        inspections.WithEnvironment("Evidence__Directory", data.Evidence);

    public static IResourceBuilder<ProjectResource> WithNamedUrls(this IResourceBuilder<ProjectResource> gateway) =>
        gateway.WithUrlForEndpoint(Http, url => url.DisplayText = "创卫平台")
            .WithUrlForEndpoint(Http, _ => new() { Url = "/docs", DisplayText = "接口文档" });

    /// <summary>
    /// <c>Gateway:PublicAddress</c>: what people and machines call the platform by, where a proxy that ends TLS is before it.
    /// </summary>
    private static string? PublicAddress(this IDistributedApplicationBuilder builder) =>
        builder.Configuration["Gateway:PublicAddress"] is { Length: > 0 } address ? address : null;

    private static bool IsFree(int port) =>
        IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().All(listener => listener.Port != port);
}
