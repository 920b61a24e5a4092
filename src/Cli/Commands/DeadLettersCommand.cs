using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>
/// `dead-letters list | show QUEUE | redrive QUEUE [--message ID]`: what could not be handled, seen and put back through the API.
/// </summary>
internal static class DeadLettersCommand
{
    private static Task<DeadLetters> Open(DataSettings settings, CancellationToken ct)
    {
        var data = settings.Open();
        return DeadLetters.Open(data, RunState.Running(data) ?? throw new LaunchException("系统没有在运行。启动：./campaign up"), ct);
    }

    internal class QueueSettings : DataSettings
    {
        [CommandArgument(0, "<QUEUE>")]
        public string Queue { get; init; } = "";
    }

    internal sealed class RedriveSettings : QueueSettings
    {
        [CommandOption("--message <ID>")]
        public string? Message { get; init; }
    }

    internal sealed class List : AsyncCommand<DataSettings>
    {
        public override async Task<int> ExecuteAsync(CommandContext context, DataSettings settings, CancellationToken cancellationToken)
        {
            using var letters = await Open(settings, cancellationToken);
            var table = new Table().AddColumns("死信队列", "消息数");
            foreach (var service in ServiceProject.BehindGateway)
            {
                foreach (var queue in await letters.QueuesOf(service, cancellationToken))
                    table.AddRow(Markup.Escape(queue.Name), $"{queue.Messages}");
            }

            Screen.Show(table);
            return 0;
        }
    }

    internal sealed class Show : AsyncCommand<QueueSettings>
    {
        public override async Task<int> ExecuteAsync(CommandContext context, QueueSettings settings, CancellationToken cancellationToken)
        {
            using var letters = await Open(settings, cancellationToken);
            var table = new Table().AddColumns("消息编号", "类型", "失败时间", "原因");
            foreach (var letter in await letters.In(settings.Queue, cancellationToken))
                table.AddRow(
                    Markup.Escape(letter.Id ?? ""), Markup.Escape(letter.Type ?? ""), $"{letter.DiedAt:yyyy-MM-dd HH:mm:ss} UTC",
                    Markup.Escape($"{letter.Exception}：{letter.Reason}"));
            Screen.Show(table);
            return 0;
        }
    }

    internal sealed class Redrive : AsyncCommand<RedriveSettings>
    {
        public override async Task<int> ExecuteAsync(CommandContext context, RedriveSettings settings, CancellationToken cancellationToken)
        {
            using var letters = await Open(settings, cancellationToken);
            if (settings.Message is not { } id)
            {
                Screen.Say($"已重新投递 {await letters.RedriveAll(settings.Queue, cancellationToken)} 条。");
                return 0;
            }

            var found = await letters.Redrive(settings.Queue, id, cancellationToken);
            Screen.Say(found ? "已重新投递。" : $"{settings.Queue} 中没有编号为 {id} 的消息。");
            return found ? 0 : 1;
        }
    }
}
