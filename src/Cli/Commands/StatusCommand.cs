using Campaign.Cli.Engines;
using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>`status [--json]`: what runs, in which version and how well; queues and dead letters. Non-zero unless everything works.</summary>
internal sealed class StatusCommand : AsyncCommand<StatusCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        var state = RunState.Load(data);
        var rows = state is null
            ? []
            : await Task.WhenAll(state.Resources.Where(IsOfInterest).Select(resource => ResourceStatus.Of(resource, cancellationToken)));
        if (settings.Json)
            Screen.Say(StatusReport.Of(state, rows));
        else if (state is null)
            Screen.Say("系统没有在运行。启动：./campaign up");
        else
            await Show(data, state, rows, cancellationToken);
        return state is { Ready: true, Host.IsAlive: true } && rows.All(row => row.Condition is Condition.Works) ? 0 : 1;
    }

    private static bool IsOfInterest(RunState.Resource resource) => resource.Layer is not Layer.Tool || resource.Process is not null;

    private static async Task Show(DataDirectory data, RunState state, IReadOnlyList<ResourceStatus> rows, CancellationToken ct)
    {
        Screen.Say($"创卫平台：{state.Gateway}");
        Screen.Say($"运维面板：{state.Dashboard}");
        ShowResources(rows);
        await ShowQueues(data, state, ct);
        if (!state.Host.IsAlive)
            Screen.Say("看护进程已不在，请执行 ./campaign down 清理，再执行 ./campaign up。");
    }

    private static void ShowResources(IReadOnlyList<ResourceStatus> rows)
    {
        var table = new Table().AddColumns("组成部分", "状态", "最大积压", "版本", "进程", "地址");
        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Resource.Title), $"[{ColourOf(row.Condition)}]{Markup.Escape(row.State)}[/]", Markup.Escape(row.Lag),
                Markup.Escape(row.Version), $"{row.Resource.Process?.Pid}", Markup.Escape(row.Resource.Address));
        }

        Screen.Show(table);
        foreach (var row in rows)
        {
            foreach (var reason in row.Reasons)
                Screen.Say($"{row.Resource.Title}：{reason}");
        }
    }

    private static string ColourOf(Condition condition) => condition switch
    {
        Condition.Works => "green",
        Condition.Impaired => "yellow",
        Condition.Down => "red",
    };

    private static async Task ShowQueues(DataDirectory data, RunState state, CancellationToken ct)
    {
        if (RabbitServer.ManagementOf(data, state) is not { } management)
        {
            Screen.Say("外部 RabbitMQ：设置 CAMPAIGN_RABBITMQ_MANAGEMENT（含用户名和口令的管理接口地址）后可显示队列。");
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
            Screen.Say($"RabbitMQ 管理接口没有应答：{failure.Message}");
        }
    }

    internal sealed class Settings : DataSettings
    {
        [CommandOption("--json")]
        public bool Json { get; init; }
    }
}
