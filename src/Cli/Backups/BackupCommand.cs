using Campaign.Cli.Commands;
using Campaign.Cli.Running;
using Spectre.Console.Cli;

namespace Campaign.Cli.Backups;

/// <summary>`backup [--to DIR]`</summary>
internal sealed class BackupCommand : AsyncCommand<BackupCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        var state = RunState.Running(data) ?? throw new LaunchException("系统没有在运行，请先执行 ./campaign up 再备份。");
        var place = await new Backup(data, state, Screen.Say).Take(settings.To, TimeProvider.System.GetUtcNow(), cancellationToken);
        Screen.Say($"备份完成：{place}");
        Screen.Say(Backup.Warning);
        return 0;
    }

    internal sealed class Settings : DataSettings
    {
        [CommandOption("--to <DIR>")]
        public string? To { get; init; }
    }
}
