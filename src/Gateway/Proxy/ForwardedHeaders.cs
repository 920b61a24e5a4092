namespace Campaign.Gateway.Proxy;

internal static class ForwardedHeaders
{
    public const string CorrelationId = "X-Correlation-Id";

    // What proxies in front of other software use to say who calls. Our services read none of it; nothing behind them should either.
    private static readonly string[] Prefixes =
        ["X-User", "X-Remote", "X-Auth", "X-Forwarded-User", "X-Forwarded-Email", "X-Forwarded-Groups", "X-Forwarded-Preferred", "X-MS-Client", "X-Role", "X-Street", "Remote-"];

    private static readonly string[] Names = ["Authorization", "Proxy-Authorization", "Cookie", "X-CSRF-Token"];

    public static bool ClaimsIdentity(string header) =>
        Names.Contains(header, StringComparer.OrdinalIgnoreCase)
        || Prefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
