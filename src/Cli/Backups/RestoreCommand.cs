using Campaign.Cli.Commands;
using Campaign.Cli.Running;
using Spectre.Console.Cli;

namespace Campaign.Cli.Backups;

/// <summary>`restore --from DIR`, while the system is down.</summary>
internal sealed class RestoreCommand : AsyncCommand<RestoreCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        if (settings.From is not { Length: > 0 } from)
            throw new LaunchException("请指明备份目录：./campaign restore --from 目录");
        BackupLayout.RequireOwnEngines(RunState.Load(data));
        var (restore, suffix) = await ChangePlaces(data, Path.GetFullPath(from), cancellationToken);
        Screen.Say("正在启动一次，让各服务建立自己的队列……");
        using (var host = await AppHostProcess.Start(data, outlivesUs: false, cancellationToken))
        {
            try
            {
                await restore.TellAgain(await host.Ready(cancellationToken), cancellationToken);
            }
            finally
            {
                await host.Stop();
            }
        }

        Screen.Say($"已恢复到 {restore.TakenAt:yyyy-MM-dd HH:mm:ss} UTC 的备份。原有数据改名为 …{suffix} 留在 {data.Root}，确认无误后可自行删除。");
        Screen.Say("启动：./campaign up");
        return 0;
    }

    private static async Task<(Restore Restore, string Suffix)> ChangePlaces(DataDirectory data, string from, CancellationToken ct)
    {
        using var claim = RunClaim.TryTake(data) ?? throw new LaunchException("系统正在运行，请先执行 ./campaign down 再恢复。");
        if (RunState.Load(data) is not null)
            throw new LaunchException("上一次运行没有正常结束，请先执行 ./campaign down 清理，再恢复。");
        var restore = await Restore.Prepare(data, from, Screen.Say, ct);
        return (restore, restore.ChangePlaces(TimeProvider.System.GetUtcNow()));
    }

    internal sealed class Settings : DataSettings
    {
        [CommandOption("--from <DIR>")]
        public string? From { get; init; }
    }
}
