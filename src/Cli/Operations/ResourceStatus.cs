using System.Text.Json;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Cli.Operations;

/// <summary>How well an instance does its work.</summary>
internal enum Condition
{
    Works,
    /// <summary>Takes commands, but what follows from them waits: the broker is away, or a subscription does not get on.</summary>
    Impaired,
    Down,
}

/// <param name="Lag">The subscription that is furthest behind.</param>
/// <param name="Reasons">Why it does not simply work.</param>
internal sealed record ResourceStatus(
    RunState.Resource Resource, Condition Condition, string State, string Version = "", string Lag = "",
    params IReadOnlyList<string> Reasons)
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(5) };

    /// <param name="secret">What the gateway wants to see before it tells more than that it works.</param>
    public static async Task<ResourceStatus> Of(RunState.Resource resource, string secret, CancellationToken ct)
    {
        if (resource.State != "Running" || resource.Process is { IsAlive: false })
            return new(resource, Condition.Down, StateOf(resource));
        if (resource.Layer is not Layer.Service)
            return resource.Health is "" or "Healthy" ? new(resource, Condition.Works, "正常") : new(resource, Condition.Down, "未就绪");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(resource.Address), "health/details"));
            if (resource.Name == ServiceProject.Gateway.Name) request.Headers.Add(OperatorClient.SecretHeader, secret);
            using var answer = await Http.SendAsync(request, ct);
            return Of(resource, JsonSerializer.Deserialize<Health>(await answer.Content.ReadAsStringAsync(ct), JsonSerializerOptions.Web)!);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
        {
            return new(resource, Condition.Down, "没有应答");
        }
    }

    private static string StateOf(RunState.Resource resource) => resource.State switch
    {
        "Running" => "已退出",
        "Starting" => "正在启动",
        "Waiting" => "等待其他部分",
        "Stopping" => "正在停止",
        "NotStarted" => "未启动",
        "FailedToStart" => "启动失败",
        _ => "已停止",
    };

    private static ResourceStatus Of(RunState.Resource resource, Health health)
    {
        var subscriptions = health.Subscriptions ?? [];
        var stuck = subscriptions.Where(subscription => subscription.LastError is not null).ToList();
        var (condition, state) = health.Status switch
        {
            "Unhealthy" => (Condition.Down, "未就绪"),
            "Healthy" when stuck.Count == 0 => (Condition.Works, "正常"),
            _ => (Condition.Impaired, "降级"),
        };
        return new(
            resource, condition, state,
            // What follows the plus is the commit it was built from.
            health.Version?.Split('+')[0] ?? "",
            subscriptions.MaxBy(subscription => subscription.LagEvents) is { } last
                ? $"{last.LagEvents} 件，{last.LagSeconds:0.#} 秒"
                : "",
            [
                .. (health.Checks ?? new Dictionary<string, Check>(StringComparer.Ordinal)).Where(check => check.Value.Status != "Healthy")
                    .Select(check => $"{check.Key} {check.Value.Description}"),
                .. stuck.Select(subscription => $"{subscription.Name} {subscription.LastError}"),
            ]);
    }

    private sealed record Health(
        string? Version, string Status, IReadOnlyDictionary<string, Check>? Checks, IReadOnlyList<Subscription>? Subscriptions);

    private sealed record Check(string Status, string? Description);

    private sealed record Subscription(string Name, long LagEvents, double LagSeconds, string? LastError);
}
