using Campaign.Cli.Engines;
using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>
/// `status [--json]`: what runs, in which version and how well; queues and dead letters. Non-zero unless everything works.
/// </summary>
internal sealed class StatusCommand : AsyncCommand<StatusCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        var state = RunState.Load(data);
        var rows = state is null
            ? []
            : await Task.WhenAll(state.Resources.Where(IsOfInterest)
                .Select(resource => ResourceStatus.Of(resource, data.Secret(OperatorClient.Name), cancellationToken)));
        var queues = state is null ? null : await Queues(data, state, cancellationToken);
        if (settings.Json)
            Screen.Say(StatusReport.Of(state, rows, queues));
        else if (state is null)
            Screen.Say("系统没有在运行。启动：./campaign up");
        else
            Show(data, state, rows, queues);
        var works = state is { Ready: true, Host.IsAlive: true } && rows.All(row => row.Condition is Condition.Works);
        return works && queues?.Any(HoldsDeadLetters) is not true ? 0 : 1;
    }

    private static bool IsOfInterest(RunState.Resource resource) => resource.Layer is not Layer.Tool || resource.Process is not null;

    private static bool HoldsDeadLetters(RabbitManagement.Queue queue) => queue is { IsDeadLetters: true, Messages: > 0 };

    /// <returns>Null where nobody says.</returns>
    private static async Task<IReadOnlyList<RabbitManagement.Queue>?> Queues(DataDirectory data, RunState state, CancellationToken ct)
    {
        try
        {
            return RabbitServer.ManagementOf(data, state) is { } management
                ? [.. (await management.Queues(ct)).OrderBy(queue => queue.Name, StringComparer.Ordinal)]
                : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    private static void Show(
        DataDirectory data, RunState state, IReadOnlyList<ResourceStatus> rows, IReadOnlyList<RabbitManagement.Queue>? queues)
    {
        Screen.Say($"创卫平台：{state.Gateway}");
        Screen.Say($"运维面板：{state.Dashboard}");
        ShowResources(rows);
        if (queues is not null)
            ShowQueues(queues);
        else
            Screen.Say(RabbitServer.ManagementOf(data, state) is null
                ? "外部 RabbitMQ：设置 CAMPAIGN_RABBITMQ_MANAGEMENT（含用户名和口令的管理接口地址）后可显示队列。"
                : "RabbitMQ 管理接口没有应答。");
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

    private static void ShowQueues(IReadOnlyList<RabbitManagement.Queue> queues)
    {
        var table = new Table().AddColumns("队列", "待处理", "消费者", "");
        foreach (var queue in queues)
            table.AddRow(Markup.Escape(queue.Name), $"{queue.Messages}", $"{queue.Consumers}", HoldsDeadLetters(queue) ? "[red]死信[/]" : "");
        Screen.Show(table);
    }

    internal sealed class Settings : DataSettings
    {
        [CommandOption("--json")]
        public bool Json { get; init; }
    }
}
