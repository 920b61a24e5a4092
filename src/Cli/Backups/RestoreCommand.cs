using Campaign.Cli.Engines;
using Campaign.Cli.Running;

namespace Campaign.Cli.Backups;

/// <summary>
/// `restore --from DIR`: everything is unpacked and opened beside the present data first; then they change places. What was there
/// is put aside, never deleted.
/// </summary>
internal static class RestoreCommand
{
    private const string Preparing = "restore.preparing";
    private const string Moving = "restore.moving";

    public static async Task<int> Run(DataDirectory data, string from, TimeProvider clock, CancellationToken ct)
    {
        BackupLayout.RequireOwnEngines(PartsState.Load(data));
        using var claim = RunClaim.TryTake(data) ?? throw new LaunchException("系统正在运行，请先执行 ./campaign down 再恢复。");
        if (PartsState.Load(data) is not null)
            throw new LaunchException("上一次运行没有正常结束，请先执行 ./campaign down 清理，再恢复。");
        var backup = Path.GetFullPath(from);
        Screen.Say("正在核对备份……");
        var manifest = await BackupManifest.Verified(backup, ct);

        foreach (var abandoned in new[] { Preparing, Moving }.Select(data.At).Where(Directory.Exists))
            await Discard(new DataDirectory(abandoned));
        var prepared = new DataDirectory(data.At(Preparing));
        try
        {
            await Prepare(prepared, backup, ct);
        }
        catch
        {
            await Discard(prepared);
            throw;
        }

        var suffix = $".before-restore-{clock.GetUtcNow():yyyyMMdd-HHmmss}";
        Directory.Move(data.At(Preparing), data.At(Moving));
        var restored = new DataDirectory(data.At(Moving));
        ChangePlaces(data, restored, suffix);
        await TellAgain(data, manifest, ct);
        ThrowAwayEngines.Remove(restored);
        Screen.Say($"已恢复到 {manifest.TakenAt:yyyy-MM-dd HH:mm:ss} UTC 的备份。原有数据改名为 …{suffix} 留在 {data.Root}，确认无误后可自行删除。");
        Screen.Say("启动：./campaign up");
        return 0;
    }

    /// <exception cref="LaunchException">A restore was interrupted after data had begun to change places.</exception>
    public static void RefuseHalfRestored(DataDirectory data)
    {
        if (Directory.Exists(data.At(Moving)))
            throw new LaunchException("上一次恢复没有做完，请重新执行 ./campaign restore --from 备份目录。");
    }

    private static async Task Prepare(DataDirectory prepared, string backup, CancellationToken ct)
    {
        Screen.Say("正在解开备份……");
        foreach (var secret in BackupLayout.Secrets)
            PrivateFile.Write(prepared.SecretFile(secret), await File.ReadAllTextAsync(BackupLayout.Secret(backup, secret), ct));
        await EvidenceArchive.Unpack(BackupLayout.Evidence(backup), prepared.At("evidence"), ct);
        await PostgresServer.ClusterOf(prepared).Unpack(BackupLayout.Cluster(backup), ct);
        var runner = new PartRunner(prepared, Screen.Say);
        try
        {
            await runner.Start([new PostgresServer(prepared).Part], ct);
        }
        finally
        {
            await runner.Stop();
        }
    }

    private static void ChangePlaces(DataDirectory data, DataDirectory restored, string suffix)
    {
        // What is queued speaks of things that have not happened; an empty broker is told what has.
        PutAside(data.At("rabbitmq"), suffix);
        foreach (var secret in BackupLayout.Secrets)
            Replace(data.SecretFile(secret), restored.SecretFile(secret), suffix);
        Replace(data.At("evidence"), restored.At("evidence"), suffix);
        Replace(PostgresServer.ClusterOf(data).Directory, PostgresServer.ClusterOf(restored).Directory, suffix);
    }

    /// <summary>
    /// Publishers go back to where telling is certain, but not before every service has its queue: what an empty broker is told while
    /// nobody listens is lost. Whatever they say meanwhile is therefore said again.
    /// </summary>
    private static async Task TellAgain(DataDirectory data, BackupManifest manifest, CancellationToken ct)
    {
        Screen.Say("正在启动一次，让各服务建立自己的队列……");
        await LocalSystem.RunClaimed(
            data,
            async (state, stop) =>
            {
                await Positions.SetBack(database => PostgresServer.AdminOf(data, state, database), manifest.Databases, stop);
                return 0;
            },
            ct);
    }

    private static void Replace(string place, string by, string suffix)
    {
        PutAside(place, suffix);
        Directory.Move(by, place);
    }

    // Directory.Move is rename(2): files too.
    private static void PutAside(string place, string suffix)
    {
        if (Path.Exists(place))
            Directory.Move(place, place + suffix);
    }

    private static async Task Discard(DataDirectory attempt)
    {
        await LocalSystem.CleanUpAfterKilled(attempt);
        ThrowAwayEngines.Remove(attempt);
    }
}
