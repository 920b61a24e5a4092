using Campaign.Cli.Engines;
using Campaign.Cli.Running;

namespace Campaign.Cli.Backups;

/// <summary>Where things lie in a backup, and which of them belong to it.</summary>
internal static class BackupLayout
{
    /// <summary>The passwords that are in the cluster; everything else can be made up again.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["postgres", "postgres-admin"];

    /// <summary>Ends the name of one that is being written.</summary>
    public const string Unfinished = ".unfinished";

    public static string DefaultPlace(DataDirectory data) => data.At("backups");

    /// <summary>The finished ones in their usual place, newest first.</summary>
    public static IReadOnlyList<string> In(DataDirectory data) =>
        Directory.Exists(DefaultPlace(data))
            ? [.. Directory.EnumerateDirectories(DefaultPlace(data)).Where(path => !path.EndsWith(Unfinished, StringComparison.Ordinal))
                .OrderDescending(StringComparer.Ordinal)]
            : [];

    public static string Cluster(string backup) => Path.Combine(backup, "postgres");

    public static string Evidence(string backup) => Path.Combine(backup, "evidence.tar");

    public static string Secret(string backup, string name) => Path.Combine(backup, "secrets", name);

    /// <exception cref="LaunchException">The engines are somebody else's.</exception>
    public static void RequireOwnEngines(RunState? state)
    {
        var own = state is null ? !Connections.NamesExternal : IsOwn(state, PostgresServer.Name) && IsOwn(state, "rabbitmq");
        if (!own)
            throw new LaunchException(
                "系统使用的是外部或容器中的 PostgreSQL、RabbitMQ，请用其自带的备份功能，并把所有数据库备份到同一时刻。恢复后清空 RabbitMQ，" +
                "再按 docs/operations.md“Backup and restore”一节调整各库的发布位置，然后启动服务。");
    }

    // Of a container we have no process, of what is somebody else's not even an entry.
    private static bool IsOwn(RunState state, string engine) => state.Find(engine) is { Process: not null };
}
