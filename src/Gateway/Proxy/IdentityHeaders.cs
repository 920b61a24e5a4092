namespace Campaign.Gateway.Proxy;

/// <summary>
/// What says who calls, here or in front of other software. Our services read none of it; nothing behind them should either.
/// </summary>
internal static class IdentityHeaders
{
    private static readonly string[] Names = ["Authorization", "Proxy-Authorization", "Cookie", "X-CSRF-Token"];

    private static readonly string[] Prefixes =
    [
        "X-User", "X-Remote", "X-Auth", "X-Role", "X-Street", "X-MS-Client", "Remote-",
        "X-Forwarded-User", "X-Forwarded-Email", "X-Forwarded-Groups", "X-Forwarded-Preferred",
    ];

    public static bool Includes(string header) =>
        Names.Contains(header, StringComparer.OrdinalIgnoreCase)
        || Prefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
