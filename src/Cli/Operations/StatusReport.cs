using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;

namespace Campaign.Cli.Operations;

/// <summary>What `status --json` prints: one object for scripts.</summary>
internal static class StatusReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of(RunState? state, IReadOnlyList<ResourceStatus> rows, IReadOnlyList<RabbitManagement.Queue>? queues) =>
        JsonSerializer.Serialize(
        new
        {
            running = state is { Host.IsAlive: true },
            ready = state is { Ready: true, Host.IsAlive: true },
            pid = state?.Host.Pid,
            gateway = state?.Gateway,
            dashboard = state?.Dashboard,
            resources = rows.Select(row => new
            {
                row.Resource.Name,
                row.Resource.Instance,
                row.Resource.Title,
                row.Resource.Layer,
                row.Resource.State,
                row.Resource.Health,
                row.Condition,
                row.Reasons,
                row.Version,
                row.Lag,
                row.Resource.Address,
                row.Resource.Management,
                row.Resource.Process?.Pid,
                row.Resource.LogFile,
            }),
            queues,
        },
        Json);
}
