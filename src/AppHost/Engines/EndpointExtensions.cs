using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.AppHost.Engines;

internal static class EndpointExtensions
{
    private const string Loopback = "127.0.0.1";

    public static IResourceBuilder<T> WithLoopbackEndpoint<T>(this IResourceBuilder<T> builder, string name, string? scheme = null)
        where T : IResourceWithEndpoints =>
        builder.WithEndpoint(name, endpoint =>
        {
            endpoint.UriScheme = scheme ?? "tcp";
            endpoint.IsProxied = false;
            endpoint.TargetHost = Loopback;
        });

    public static IResourceBuilder<T> WithTcpHealthCheck<T>(this IResourceBuilder<T> builder, EndpointReference endpoint)
        where T : IResourceWithEndpoints
    {
        var key = $"{builder.Resource.Name}_tcp_check";
        builder.ApplicationBuilder.Services.AddHealthChecks().AddAsyncCheck(key, async ct =>
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(Loopback, endpoint.Port, ct);
                return HealthCheckResult.Healthy();
            }
            catch (SocketException failure)
            {
                return HealthCheckResult.Unhealthy(failure.Message);
            }
        });
        return builder.WithHealthCheck(key);
    }
}
