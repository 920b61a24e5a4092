using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Campaign.Gateway.Proxy;

internal static class ReverseProxy
{
    private const string CorrelationId = "X-Correlation-Id";
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(100);

    public static void AddProxy(this WebApplicationBuilder builder)
    {
        builder.Services.AddServiceDiscovery();
        builder.Services.AddReverseProxy().AddTransforms(ReplaceIdentity).AddServiceDiscoveryDestinationResolver();
        builder.Services.AddSingleton<IProxyConfigProvider>(services => new InMemoryConfigProvider(
            [.. RouteTable.All.SelectMany(resources => Routes(resources, services.GetRequiredService<IOptions<GatewayOptions>>().Value))],
            [.. RouteTable.All.Select(resources => Cluster(resources.Service))]));
    }

    public static void MapProxy(this WebApplication app) =>
        app.MapReverseProxy(pipeline =>
        {
            pipeline.UseMiddleware<ProxyFailures>();
            pipeline.UseLoadBalancing();
            pipeline.UsePassiveHealthChecks();
        }).Allow(Enum.GetValues<Role>());

    private static IEnumerable<RouteConfig> Routes(RouteTable resources, GatewayOptions limits) =>
        resources.Paths().Select(resource => new RouteConfig
        {
            RouteId = resource.Path,
            ClusterId = resources.Service,
            Match = new RouteMatch { Path = resource.Path + "/{**rest}" },
            MaxRequestBodySize = resource.IsUpload ? limits.UploadBytes : limits.JsonBytes,
        });

    private static ClusterConfig Cluster(string service) => new()
    {
        ClusterId = service,
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = Timeout },
        HealthCheck = new HealthCheckConfig
        {
            // Takes an instance that cannot be reached out for a moment where there are others; with none left, all are tried.
            Passive = new() { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(5) },
            AvailableDestinationsPolicy = "HealthyOrPanic",
        },
        // Service discovery makes one of every instance it knows: services:tasks:http:0, 1 and so on.
        Destinations =
            new Dictionary<string, DestinationConfig>(StringComparer.Ordinal) { [service] = new() { Address = $"http://{service}" } },
    };

    /// <summary>Whatever a caller says about himself stays here; the service hears what the gateway knows.</summary>
    private static void ReplaceIdentity(TransformBuilderContext context)
    {
        context.AddRequestTransform(transform =>
        {
            var headers = transform.ProxyRequest.Headers;
            foreach (var name in headers.Select(header => header.Key).Where(IdentityHeaders.Includes).ToList()) headers.Remove(name);
            headers.Authorization = new("Bearer", transform.HttpContext.Features.GetRequiredFeature<CurrentSession>().Session.ServiceToken);
            headers.Remove(CorrelationId);
            headers.Add(CorrelationId, transform.HttpContext.Response.Headers[CorrelationId].ToString());
            return ValueTask.CompletedTask;
        });
        context.AddResponseTransform(transform =>
        {
            // The service repeats the correlation id the gateway has already put on the answer.
            var answer = transform.HttpContext.Response.Headers;
            answer[CorrelationId] = answer[CorrelationId] is [var first, ..] ? first : default;
            return ValueTask.CompletedTask;
        });
    }
}
