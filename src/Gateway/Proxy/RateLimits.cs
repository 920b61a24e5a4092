using System.Globalization;
using System.Threading.RateLimiting;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Proxy;

/// <summary>
/// Generous, per instance: one caller gone wild must not starve the others; guessing passwords and secrets is slower still.
/// </summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Token = "token";
    public const string Setup = "setup";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter => limiter.OnRejected = async (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Problems.Of(429, "too-many-requests", "请求过于频繁，请稍后重试。").ExecuteAsync(rejected.HttpContext);
        });
        services.AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>().Configure<IOptions<GatewayOptions>>(
            (limiter, options) =>
        {
            var limits = options.Value;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
                RateLimitPartition.GetTokenBucketLimiter(CallerOf(http), _ => new()
                {
                    TokensPerPeriod = limits.RequestsPerSecond,
                    TokenLimit = 2 * limits.RequestsPerSecond,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                }));
            // Each with a window of its own: machines that ask for tokens keep nobody of their address from signing in.
            foreach (var (name, perMinute) in new[]
                { (SignIn, limits.SignInsPerMinute), (Token, limits.TokensPerMinute), (Setup, limits.SetupsPerMinute) })
                limiter.AddPolicy(name, http => RateLimitPartition.GetFixedWindowLimiter(AddressOf(http), _ => new()
                {
                    PermitLimit = perMinute,
                    Window = TimeSpan.FromMinutes(1),
                }));
        });
    }

    private static string CallerOf(HttpContext http) => http.Features.Get<CurrentSession>()?.Session.Caller.Id ?? AddressOf(http);

    private static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";
}
