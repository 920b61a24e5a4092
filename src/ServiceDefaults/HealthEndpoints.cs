using Campaign.Web;
using Campaign.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Campaign.ServiceDefaults;

internal static class HealthEndpoints
{
    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can take commands, see its checks. <c>/health/details</c>: the
    /// same, with how far every subscription is behind.
    /// </summary>
    public static void MapCampaignHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false, ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { ResponseWriter = Write }).AllowAnonymous();
        app.MapHealthChecks("/health/details", new() { ResponseWriter = WriteDetails }).AllowAnonymous();
    }

    private static Task Write(HttpContext http, HealthReport report) =>
        MaySeeParts(http) ? Write(http, report, subscriptions: null) : WriteStatus(http, report);

    /// <summary>Counts events for it, so not every second.</summary>
    private static async Task WriteDetails(HttpContext http, HealthReport report)
    {
        if (!MaySeeParts(http))
        {
            await WriteStatus(http, report);
            return;
        }

        var statuses = report.Status is HealthStatus.Unhealthy ? null : http.RequestServices.GetService<SubscriptionStatuses>();
        await Write(http, report, statuses is null ? [] : await statuses.Read(http.RequestAborted));
    }

    private static bool MaySeeParts(HttpContext http) =>
        http.RequestServices.GetService<IHealthAudience>()?.MaySeeParts(http) ?? true;

    private static Task WriteStatus(HttpContext http, HealthReport report) =>
        http.Response.WriteAsJsonAsync(new { status = report.Status.ToString() });

    private static Task Write(HttpContext http, HealthReport report, IReadOnlyList<SubscriptionStatus>? subscriptions) =>
        http.Response.WriteAsJsonAsync(new
        {
            service = http.RequestServices.GetRequiredService<ServiceName>().Value,
            version = Release.Version,
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(
            e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Description, e.Value.Data }, StringComparer.Ordinal),
            subscriptions,
        });
}

/// <summary>Registered by a process that outsiders reach: who of them may learn its version and parts. Elsewhere everybody may.</summary>
public interface IHealthAudience
{
    bool MaySeeParts(HttpContext http);
}
