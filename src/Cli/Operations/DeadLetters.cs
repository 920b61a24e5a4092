using System.Text.Json.Serialization;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Cli.Operations;

/// <summary>What services could not handle, through the API of the gateway.</summary>
internal sealed class DeadLetters : IDisposable
{
    private const string Suffix = "_error";

    private readonly OperatorClient gateway;

    private DeadLetters(OperatorClient gateway) => this.gateway = gateway;

    public static async Task<DeadLetters> Open(DataDirectory data, RunState state, CancellationToken ct) =>
        new(await OperatorClient.Open(data, state, ct));

    public static string QueueOf(ServiceProject service) => service.Name + Suffix;

    public async Task<IReadOnlyList<Queue>> QueuesOf(ServiceProject service, CancellationToken ct) =>
        await gateway.Get<List<Queue>>(PathTo(service.Name), ct);

    public async Task<IReadOnlyList<Letter>> In(string queue, CancellationToken ct) => await gateway.Get<List<Letter>>(PathOf(queue), ct);

    /// <summary>As many as there were: what fails again waits for the next time.</summary>
    public async Task<long> RedriveAll(string queue, CancellationToken ct)
    {
        var (before, total) = (await gateway.Get<List<Queue>>(PathTo(ServiceOf(queue)), ct), 0L);
        for (var last = 1; total < before.Sum(each => each.Messages) && last > 0; total += last)
            last = (await gateway.Post<Redriven>($"{PathOf(queue)}/redrive", new { }, ct)).Count;
        return total;
    }

    /// <returns>Whether the queue holds that message.</returns>
    public async Task<bool> Redrive(string queue, string id, CancellationToken ct) =>
        (await gateway.Post<Redriven>($"{PathOf(queue)}/redrive", new { messageIds = new[] { id } }, ct)).Count > 0;

    public void Dispose() => gateway.Dispose();

    private static string ServiceOf(string queue) =>
        ServiceProject.BehindGateway.SingleOrDefault(service => queue == QueueOf(service))?.Name
        ?? throw new LaunchException($"没有死信队列 {queue}。可用的有：{string.Join('、', ServiceProject.BehindGateway.Select(QueueOf))}");

    private static string PathTo(string service) => $"api/operations/{service}/dead-letters";

    private static string PathOf(string queue) => $"{PathTo(ServiceOf(queue))}/{queue}";

    internal sealed record Queue([property: JsonPropertyName("queue")] string Name, long Messages);

    internal sealed record Letter(string? Id, string? Type, DateTimeOffset? DiedAt, string? Exception, string? Reason);

    private sealed record Redriven([property: JsonPropertyName("redriven")] int Count);
}
