using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Cli.Backups;

/// <summary>Where things lie in a backup, and which of them belong to it.</summary>
internal static class BackupLayout
{
    /// <summary>The passwords that are in the cluster; everything else can be made up again.</summary>
    public static readonly IReadOnlyList<string> Secrets = ["postgres", "postgres-admin"];

    public static string Cluster(string backup) => Path.Combine(backup, "postgres");

    public static string Evidence(string backup) => Path.Combine(backup, "evidence.tar");

    public static string Secret(string backup, string name) => Path.Combine(backup, "secrets", name);

    /// <exception cref="LaunchException">The engines are somebody else's.</exception>
    public static void RequireOwnEngines(PartsState? state)
    {
        var own = state is null
            ? !ConnectionStrings.NamesExternal
            : state.Parts.Any(part => part.Name is PostgresServer.Name) && state.Parts.Any(part => part.Name is "rabbitmq");
        if (!own)
            throw new LaunchException(
                "系统使用的是外部 PostgreSQL 或 RabbitMQ，请用其自带的备份功能，并把所有数据库备份到同一时刻。恢复后清空 RabbitMQ，" +
                "再按 docs/operations.md“Backup and restore”一节调整各库的发布位置，然后启动服务。");
    }
}
