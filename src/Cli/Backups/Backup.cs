using System.Reflection;
using Campaign.Cli.Engines;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Npgsql;

namespace Campaign.Cli.Backups;

/// <summary>One moment of all databases and the evidence they refer to, while people go on working.</summary>
internal sealed class Backup(DataDirectory data, RunState state, Action<string> say)
{
    public const string Warning = "注意：备份内有全部个人信息和数据库口令，仅限本账户读取。请加密保管，不要放到他人可读的地方。";

    private static readonly string Platform =
        typeof(Backup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <returns>Where it lies.</returns>
    /// <exception cref="LaunchException">It was not made, and nothing of it stays.</exception>
    public async Task<string> Take(string? to, DateTimeOffset takenAt, CancellationToken ct)
    {
        BackupLayout.RequireOwnEngines(state);
        var target = Path.GetFullPath(to ?? Path.Combine(BackupLayout.DefaultPlace(data), $"{takenAt:yyyyMMdd-HHmmss}"));
        if (Path.Exists(target))
            throw new LaunchException($"{target} 已经存在。备份不覆盖任何内容，请换一个目录。");

        var unfinished = target + BackupLayout.Unfinished;
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished, DataDirectory.OwnerOnly);
        try
        {
            await Write(unfinished, takenAt, ct);
            Directory.Move(unfinished, target);
        }
        catch (Exception failure) when (
            !ct.IsCancellationRequested && failure is (NpgsqlException or HttpRequestException or TaskCanceledException or IOException))
        {
            throw new LaunchException($"备份没有完成，也没有留下任何内容：{failure.Message}");
        }
        finally
        {
            if (Directory.Exists(unfinished))
                Directory.Delete(unfinished, recursive: true);
        }

        return target;
    }

    private async Task Write(string directory, DateTimeOffset takenAt, CancellationToken ct)
    {
        var positions = await Positions.Read(database => PostgresServer.AdminOf(data, state, database), ct);
        say("正在等待消息队列处理完毕……");
        if (await QuietMoment.Missed(RabbitServer.ManagementOf(data, state)!, ct) is { } reason)
        {
            say($"{reason}：恢复后将从头重新发布全部事件（各服务对重复的只处理一次，只是需要时间）。");
            positions = positions.ToDictionary(entry => entry.Key, entry => entry.Value with { Publisher = 0 }, StringComparer.Ordinal);
        }

        say("正在备份数据库……");
        var cluster = PostgresServer.ClusterOf(data);
        await cluster.BackUp(BackupLayout.Cluster(directory), PostgresServer.AdminOf(data, state, "postgres"), ct);
        // After the databases: a photo too many does no harm, a missing one does.
        say("正在备份凭证文件……");
        await EvidenceArchive.Write(data.Evidence, BackupLayout.Evidence(directory), ct);
        Directory.CreateDirectory(Path.Combine(directory, "secrets"), DataDirectory.OwnerOnly);
        foreach (var secret in BackupLayout.Secrets)
            PrivateFile.Write(BackupLayout.Secret(directory, secret), data.Secret(secret));
        var digests = await BackupManifest.Digests(directory, ct);
        new BackupManifest(BackupManifest.CurrentFormat, takenAt, Platform, cluster.Version(), positions, digests).Write(directory);
        await Tool.Run(["sync", "-f", directory], ct);
    }
}
