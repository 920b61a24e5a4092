using Campaign.AppHost.Engines;
using Campaign.Cli;
using Campaign.Cli.Backups;
using Campaign.Cli.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.AppHost.Operations;

/// <summary>A backup while people work, and the way back.</summary>
internal static class BackupOperations
{
    public const string BackUp = "backup";
    public const string Restore = "restore";

    private const string From = "from";

    public static IResourceBuilder<LocalPostgresResource> WithBackup(
        this IResourceBuilder<LocalPostgresResource> postgres, DataDirectory data) =>
        postgres.WithOperation(
            BackUp, "备份",
            async context =>
            {
                var state = RunState.Running(data) ?? throw new LaunchException("系统尚未完全启动，请稍候再备份。");
                var clock = context.Services.GetRequiredService<TimeProvider>();
                var place = await new Backup(data, state, context.Say()).Take(to: null, clock.GetUtcNow(), context.CancellationToken);
                return CommandResults.Success($"备份完成：{place}。{Backup.Warning}");
            },
            new()
            {
                Description = "不停机备份：所有数据库的同一时刻，连同凭证文件。",
                IconName = "Save",
                IsHighlighted = true,
                Progress = new() { Title = "备份", Message = "正在备份数据库和凭证文件……" },
            });

    public static IResourceBuilder<LocalPostgresResource> WithRestore(
        this IResourceBuilder<LocalPostgresResource> postgres, DataDirectory data) =>
        postgres.WithOperation(
            Restore, "恢复",
            async context =>
            {
                var chosen = context.Arguments.GetString(From) ?? "";
                var backup = BackupLayout.In(data).FirstOrDefault(path => Path.GetFileName(path) == chosen) ?? Path.GetFullPath(chosen);
                var (takenAt, suffix) = await ActivatorUtilities.CreateInstance<RunningRestore>(context.Services, context.Say())
                    .Run(backup, context.CancellationToken);
                return CommandResults.Success($"已恢复到 {takenAt:yyyy-MM-dd HH:mm:ss} UTC 的备份。原有数据改名为 …{suffix} 留在 {data.Root}，确认无误后可自行删除。");
            },
            new()
            {
                Description = "换回一份备份：先核对并试开备份，再停止各服务，换上数据，重新启动。",
                ConfirmationMessage = "各服务将停止几分钟，系统回到备份的时刻，其后的工作不再可见。现有数据改名保留，不会删除。",
                IconName = "ArrowReset",
                Progress = new() { Title = "恢复", Message = "正在恢复，进度见 PostgreSQL 的日志……" },
                Arguments = [Choice(data)],
            });

    private static InteractionInput Choice(DataDirectory data) => new()
    {
        Name = From,
        Label = "备份",
        Placeholder = "选择一份备份，或填写备份目录",
        InputType = InputType.Choice,
        Required = true,
        AllowCustomChoice = true,
        DynamicLoading = new()
        {
            AlwaysLoadOnStart = true,
            LoadCallback = load =>
            {
                load.Input.Options =
                    [.. BackupLayout.In(data).Select(path => Path.GetFileName(path)!).Select(name => KeyValuePair.Create(name, name))];
                return Task.CompletedTask;
            },
        },
    };
}
