using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

/// <summary>A service with a route under <c>/api</c> that nobody guards does not start.</summary>
internal sealed class GuardCheck : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        var open = UnguardedRoutes.In(app.ApplicationServices.GetRequiredService<EndpointDataSource>());
        if (open.Count > 0)
            throw new InvalidOperationException($"Routes without .Allow(...): {string.Join(", ", open)}");
    };
}

public static class UnguardedRoutes
{
    /// <summary>Names of the routes under <c>/api</c> that neither say whom they allow nor that anyone may call (AllowAnonymous).</summary>
    public static IReadOnlyList<string> In(EndpointDataSource routes) =>
    [
        .. routes.Endpoints.OfType<RouteEndpoint>()
            .Where(route => IsApi(route) && !IsGuarded(route.Metadata))
            .Select(route => route.DisplayName ?? route.RoutePattern.RawText ?? "?"),
    ];

    private static bool IsApi(RouteEndpoint route) =>
        $"/{route.RoutePattern.RawText?.TrimStart('/')}/".StartsWith("/api/", StringComparison.OrdinalIgnoreCase);

    private static bool IsGuarded(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is not null || metadata.GetMetadata<AllowedRoles>() is { Roles.Count: > 0 };
}
