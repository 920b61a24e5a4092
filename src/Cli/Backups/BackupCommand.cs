using System.Reflection;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Npgsql;

namespace Campaign.Cli.Backups;

/// <summary>`backup [--to DIR]`: one moment of all databases and the evidence they refer to, while people go on working.</summary>
internal static class BackupCommand
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private static readonly string Platform =
        typeof(BackupCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static async Task<int> Run(DataDirectory data, string? to, TimeProvider clock, CancellationToken ct)
    {
        var state = PartsState.Running(data) ?? throw new LaunchException("系统没有在运行，请先执行 ./campaign up 再备份。");
        BackupLayout.RequireOwnEngines(state);
        var takenAt = clock.GetUtcNow();
        var target = Path.GetFullPath(to ?? data.At($"backups/{takenAt:yyyyMMdd-HHmmss}"));
        if (Path.Exists(target))
            throw new LaunchException($"{target} 已经存在。备份不覆盖任何内容，请换一个目录。");

        var unfinished = target + ".unfinished";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished, OwnerOnly);
        try
        {
            await Write(data, state, unfinished, takenAt, ct);
            Directory.Move(unfinished, target);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is (NpgsqlException or HttpRequestException or TaskCanceledException or IOException))
        {
            throw new LaunchException($"备份没有完成，也没有留下任何内容：{failure.Message}");
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }

        Screen.Say($"备份完成：{target}");
        Screen.Say("注意：备份内有全部个人信息和数据库口令，仅限本账户读取。请加密保管，不要放到他人可读的地方。");
        return 0;
    }

    private static async Task Write(DataDirectory data, PartsState state, string directory, DateTimeOffset takenAt, CancellationToken ct)
    {
        var positions = await Positions.Read(database => PostgresServer.AdminOf(data, state, database), ct);
        Screen.Say("正在等待消息队列处理完毕……");
        if (await QuietMoment.Missed(RabbitServer.ManagementOf(data, state)!, ct) is { } reason)
        {
            Screen.Say($"{reason}：恢复后将从头重新发布全部事件（各服务对重复的只处理一次，只是需要时间）。");
            positions = positions.ToDictionary(entry => entry.Key, entry => entry.Value with { Publisher = 0 }, StringComparer.Ordinal);
        }

        Screen.Say("正在备份数据库……");
        var cluster = PostgresServer.ClusterOf(data);
        await cluster.BackUp(BackupLayout.Cluster(directory), PostgresServer.AdminOf(data, state, "postgres"), ct);
        // After the databases: a photo too many does no harm, a missing one does.
        Screen.Say("正在备份凭证文件……");
        await EvidenceArchive.Write(data.At("evidence"), BackupLayout.Evidence(directory), ct);
        Directory.CreateDirectory(Path.Combine(directory, "secrets"), OwnerOnly);
        foreach (var secret in BackupLayout.Secrets)
            PrivateFile.Write(BackupLayout.Secret(directory, secret), data.Secret(secret));
        var digests = await BackupManifest.Digests(directory, ct);
        new BackupManifest(BackupManifest.CurrentFormat, takenAt, Platform, cluster.Version(), positions, digests).Write(directory);
        await Processes.Tool.Run(["sync", "-f", directory], ct);
    }
}
