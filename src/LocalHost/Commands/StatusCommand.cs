using System.Net.Http.Json;
using System.Text.Json;
using Campaign.LocalHost.Engines;
using Campaign.LocalHost.Running;
using Spectre.Console;

namespace Campaign.LocalHost.Commands;

/// <summary>`status`: what runs, in which version and how well; queues and dead letters. Non-zero when something is down.</summary>
internal static class StatusCommand
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public static async Task<int> Run(DataDirectory data, CancellationToken ct)
    {
        if (RunState.Load(data) is not { } state)
        {
            Console.WriteLine("系统没有在运行。启动：./campaign up");
            return 1;
        }

        var rows = await Task.WhenAll(state.Parts.Select(part => Look(part, ct)));
        var table = new Table().AddColumns("组成部分", "状态", "版本", "进程", "地址");
        foreach (var row in rows)
            table.AddRow(Markup.Escape(row.Part.Title), row.Works ? "[green]正常[/]" : $"[red]{Markup.Escape(row.State)}[/]", Markup.Escape(row.Version), $"{row.Part.Process.Pid}", Markup.Escape(row.Part.Address));
        Screen.Show(table);
        await ShowQueues(data, state, ct);
        if (!state.Host.IsAlive)
            Console.WriteLine("看护进程已不在，请执行 ./campaign down 清理，再执行 ./campaign up。");
        return state.Host.IsAlive && rows.All(row => row.Works) ? 0 : 1;
    }

    private static async Task<Row> Look(RunState.Entry part, CancellationToken ct)
    {
        if (!part.Process.IsAlive)
            return new(part, Works: false, "已退出", "");
        if (part.Layer is not Layer.Service)
            return new(part, Works: true, "正常", "");
        try
        {
            using var answer = await Http.GetAsync(new Uri(new Uri(part.Address), "health/ready"), ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            return new(part, answer.IsSuccessStatusCode, $"未就绪（{(int)answer.StatusCode}）", VersionIn(body));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return new(part, Works: false, "没有应答", "");
        }
    }

    private static string VersionIn(string health)
    {
        try
        {
            using var json = JsonDocument.Parse(health);
            // What follows the plus is the commit it was built from.
            return json.RootElement.TryGetProperty("version", out var version) ? version.GetString()?.Split('+')[0] ?? "" : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static async Task ShowQueues(DataDirectory data, RunState state, CancellationToken ct)
    {
        if (RabbitServer.ManagementOf(data, state) is not { } management)
        {
            Console.WriteLine("外部 RabbitMQ：设置 CAMPAIGN_RABBITMQ_MANAGEMENT（含用户名和口令的管理接口地址）后可显示队列。");
            return;
        }

        try
        {
            var table = new Table().AddColumns("队列", "待处理", "消费者", "");
            foreach (var queue in (await management.Queues(ct)).OrderBy(queue => queue.Name, StringComparer.Ordinal))
                table.AddRow(Markup.Escape(queue.Name), $"{queue.Messages}", $"{queue.Consumers}", queue is { IsDeadLetters: true, Messages: > 0 } ? "[red]死信[/]" : "");
            Screen.Show(table);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Console.WriteLine($"RabbitMQ 管理接口没有应答：{failure.Message}");
        }
    }

    private sealed record Row(RunState.Entry Part, bool Works, string State, string Version);
}
