using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Campaign.Gateway.Proxy;

/// <summary>
/// Behind a proxy that ends TLS: whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed. <c>Proxy:KnownProxies</c> are
/// addresses, <c>Proxy:KnownNetworks</c> networks such as <c>10.1.2.0/24</c>, both separated by commas. Unless one is named, nobody's are.
/// </summary>
internal static class TrustedProxies
{
    public static void AddTrustedProxies(this IServiceCollection services) =>
        services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((forwarded, configuration) =>
        {
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in Listed(configuration["Proxy:KnownProxies"])) forwarded.KnownProxies.Add(IPAddress.Parse(proxy));
            foreach (var network in Listed(configuration["Proxy:KnownNetworks"]))
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            // With both lists empty the middleware would believe everybody.
            forwarded.ForwardedHeaders = forwarded.KnownProxies.Count + forwarded.KnownIPNetworks.Count > 0
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.None;
            // As many as are known, one behind the other.
            forwarded.ForwardLimit = null;
        });

    private static string[] Listed(string? value) =>
        value?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
