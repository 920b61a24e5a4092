using System.Text.Json.Serialization;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Spectre.Console;

namespace Campaign.Cli.Commands;

/// <summary>`dead-letters list | show QUEUE | redrive QUEUE [--message ID]`: what could not be handled, seen and put back through the API.</summary>
internal static class DeadLettersCommand
{
    private const string Suffix = "_error";

    public static async Task<int> Run(DataDirectory data, IReadOnlyList<string> order, CancellationToken ct)
    {
        var state = PartsState.Running(data) ?? throw new LaunchException("系统没有在运行。启动：./campaign up");
        using var gateway = await OperatorClient.SignIn(data, state, ct);
        switch (order)
        {
            case ["list"]:
                await List(gateway, ct);
                return 0;
            case ["show", var queue]:
                await Show(gateway, queue, ct);
                return 0;
            case ["redrive", var queue]:
                Screen.Say($"已重新投递 {await RedriveAll(gateway, queue, ct)} 条。");
                return 0;
            case ["redrive", var queue, "--message", var id]:
                return await RedriveOne(gateway, queue, id, ct);
            default:
                throw new LaunchException("dead-letters list | show 队列 | redrive 队列 [--message 消息编号]");
        }
    }

    private static async Task List(OperatorClient gateway, CancellationToken ct)
    {
        var table = new Table().AddColumns("死信队列", "消息数");
        foreach (var service in ServiceProject.BehindGateway)
        {
            foreach (var queue in await gateway.Get<List<Queue>>(PathTo(service.Name), ct))
                table.AddRow(Markup.Escape(queue.Name), $"{queue.Messages}");
        }

        Screen.Show(table);
    }

    private static async Task Show(OperatorClient gateway, string queue, CancellationToken ct)
    {
        var table = new Table().AddColumns("消息编号", "类型", "失败时间", "原因");
        foreach (var letter in await gateway.Get<List<Letter>>(PathOf(queue), ct))
            table.AddRow(Markup.Escape(letter.Id ?? ""), Markup.Escape(letter.Type ?? ""), $"{letter.DiedAt:yyyy-MM-dd HH:mm:ss}", Markup.Escape($"{letter.Exception}：{letter.Reason}"));
        Screen.Show(table);
    }

    /// <summary>As many as there were: what fails again waits for the next time.</summary>
    private static async Task<long> RedriveAll(OperatorClient gateway, string queue, CancellationToken ct)
    {
        var (before, total) = (await gateway.Get<List<Queue>>(PathTo(ServiceOf(queue)), ct), 0L);
        for (var last = 1; total < before.Sum(each => each.Messages) && last > 0; total += last)
            last = (await gateway.Post<Done>($"{PathOf(queue)}/redrive", new { }, ct)).Redriven;
        return total;
    }

    private static async Task<int> RedriveOne(OperatorClient gateway, string queue, string id, CancellationToken ct)
    {
        var done = await gateway.Post<Done>($"{PathOf(queue)}/redrive", new { messageIds = new[] { id } }, ct);
        Screen.Say(done.Redriven > 0 ? "已重新投递。" : $"{queue} 中没有编号为 {id} 的消息。");
        return done.Redriven > 0 ? 0 : 1;
    }

    private static string ServiceOf(string queue) =>
        ServiceProject.BehindGateway.SingleOrDefault(service => queue == service.Name + Suffix)?.Name
        ?? throw new LaunchException($"没有死信队列 {queue}。可用的有：{string.Join('、', ServiceProject.BehindGateway.Select(service => service.Name + Suffix))}");

    private static string PathTo(string service) => $"api/operations/{service}/dead-letters";

    private static string PathOf(string queue) => $"{PathTo(ServiceOf(queue))}/{queue}";

    private sealed record Queue([property: JsonPropertyName("queue")] string Name, long Messages);

    private sealed record Letter(string? Id, string? Type, DateTimeOffset? DiedAt, string? Exception, string? Reason);

    private sealed record Done(int Redriven);
}
