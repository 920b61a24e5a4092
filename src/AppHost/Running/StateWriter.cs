using Campaign.Cli;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Running;

/// <summary>What Aspire knows of the resources, in the words of the state file.</summary>
internal sealed class StateWriter(DataDirectory data, DistributedApplicationModel model, Instances instances, string dashboardToken)
{
    private const string DashboardName = "aspire-dashboard";
    private const string PidProperty = "executable.pid";

    private readonly List<IResource> needed =
        [.. model.Resources.Where(resource => resource.Title() is { Layer: not Layer.Tool })
            .Where(resource => !resource.HasAnnotationOfType<ExplicitStartupAnnotation>())];

    public RunState StateOf(bool wasReady)
    {
        var latest = instances.All;
        var resources = latest.Where(change => change.Resource.Title() is not null).Select(ResourceOf)
            .OrderBy(resource => resource.Layer).ThenBy(resource => resource.Instance, StringComparer.Ordinal).ToList();
        var dashboard = latest.FirstOrDefault(change => change.Resource.Name == DashboardName) is { } shown ? AddressOf(shown) : "";
        return new RunState(
            ProcessIdentity.Current, wasReady || needed.TrueForAll(resource => IsHealthy(resource, latest)),
            resources.Find(resource => resource.Name == ServiceProject.Gateway.Name)?.Address ?? "",
            dashboard.Contains("/login", StringComparison.Ordinal) || dashboard.Length == 0
                ? dashboard
                : $"{dashboard.TrimEnd('/')}/login?t={dashboardToken}",
            resources);
    }

    private static bool IsHealthy(IResource resource, IEnumerable<ResourceEvent> latest)
    {
        var instances = latest.Where(change => change.Resource == resource).ToList();
        return instances.Count > 0 && instances.TrueForAll(change =>
            change.Snapshot is
            {
                HealthStatus: null or Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy,
                State.Text: var state
            } && state == KnownResourceStates.Running);
    }

    private RunState.Resource ResourceOf(ResourceEvent change)
    {
        var (resource, snapshot) = (change.Resource, change.Snapshot);
        var title = resource.Title()!;
        return new(
            resource.Name, change.ResourceId, title.Title, title.Layer, snapshot.State?.Text ?? "", $"{snapshot.HealthStatus}",
            AddressOf(change), UrlOf(change, "management") is { } management ? new Uri(management) : null,
            snapshot.State?.Text == KnownResourceStates.Running ? ProcessOf(change) : null, data.LogOf(instances.ShortNameOf(change)));
    }

    private static ProcessIdentity? ProcessOf(ResourceEvent change)
    {
        var pid = change.Resource.TryGetLastAnnotation<ProcessIdAnnotation>(out var own)
            ? own.Pid()
            : change.Snapshot.Properties.FirstOrDefault(property => property.Name == PidProperty)?.Value as int?;
        return pid is { } known ? ProcessIdentity.TryOf(known) : null;
    }

    private static string AddressOf(ResourceEvent change) => UrlOf(change, "http") ?? UrlOf(change, "tcp") ?? "";

    private static string? UrlOf(ResourceEvent change, string endpoint) =>
        change.Snapshot.Urls.FirstOrDefault(url => url.Name == endpoint && !url.IsInactive)?.Url;
}

/// <summary>A resource whose work is done by another process than the one that DCP started.</summary>
internal sealed record ProcessIdAnnotation(Func<int?> Pid) : IResourceAnnotation;
