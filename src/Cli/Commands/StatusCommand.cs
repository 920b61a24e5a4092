using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Spectre.Console;

namespace Campaign.Cli.Commands;

/// <summary>`status`: what runs, in which version and how well; queues and dead letters. Non-zero unless everything works.</summary>
internal static class StatusCommand
{
    public static async Task<int> Run(DataDirectory data, CancellationToken ct)
    {
        if (PartsState.Load(data) is not { } state)
        {
            Console.WriteLine("系统没有在运行。启动：./campaign up");
            return 1;
        }

        var rows = await Task.WhenAll(state.Parts.Select(part => PartStatus.Of(part, ct)));
        ShowParts(rows);
        await ShowQueues(data, state, ct);
        if (!state.Host.IsAlive)
            Console.WriteLine("看护进程已不在，请执行 ./campaign down 清理，再执行 ./campaign up。");
        return state.Host.IsAlive && rows.All(row => row.Condition is Condition.Works) ? 0 : 1;
    }

    private static void ShowParts(IReadOnlyList<PartStatus> rows)
    {
        var table = new Table().AddColumns("组成部分", "状态", "最大积压", "版本", "进程", "地址");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Part.Title), $"[{ColourOf(row.Condition)}]{Markup.Escape(row.State)}[/]", Markup.Escape(row.Lag),
                Markup.Escape(row.Version), $"{row.Part.Process.Pid}", Markup.Escape(row.Part.Address));
        }

        Screen.Show(table);
        foreach (var row in rows)
        {
            foreach (var reason in row.Reasons)
                Console.WriteLine($"{row.Part.Title}：{reason}");
        }
    }

    private static string ColourOf(Condition condition) => condition switch
    {
        Condition.Works => "green",
        Condition.Impaired => "yellow",
        Condition.Down => "red",
    };

    private static async Task ShowQueues(DataDirectory data, PartsState state, CancellationToken ct)
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
}
