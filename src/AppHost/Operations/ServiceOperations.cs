using Campaign.Cli;
using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.AppHost.Operations;

/// <summary>What an operator may do to a service, from the dashboard; `campaign` does the same by the same code.</summary>
internal static class ServiceOperations
{
    public const string Rebuild = "rebuild-read-models";
    public const string Redrive = "redrive-dead-letters";
    public const string FirstAdministrator = "first-administrator";

    public static IResourceBuilder<ProjectResource> WithRebuild(
        this IResourceBuilder<ProjectResource> builder, ServiceProject service, DataDirectory data) =>
        builder.WithOperation(
            Rebuild, "重建查询表",
            async context => await Cli.Operations.Rebuild.Run(data, Running(data), service, context.Say(), context.CancellationToken) == 0
                ? CommandResults.Success($"{service.Title}的查询表已由事件重建。")
                : CommandResults.Failure($"{service.Title}的查询表没有重建成功，或重新计算的结果与已公布的不一致。详情见该服务的日志。"),
            new()
            {
                Description = "由事件重建该服务的查询表，服务不停；考评服务还重新计算历次封账并与已公布的核对。",
                ConfirmationMessage = $"由事件重建{service.Title}的全部查询表？服务照常运行，所需时间随事件数量增加。",
                IconName = "ArrowSync",
                Progress = new() { Title = "重建查询表", Message = $"正在重建{service.Title}的查询表……" },
            });

    public static IResourceBuilder<ProjectResource> WithRedrive(
        this IResourceBuilder<ProjectResource> builder, ServiceProject service, DataDirectory data) =>
        builder.WithOperation(
            Redrive, "死信重投",
            async context =>
            {
                using var letters = await DeadLetters.Open(data, Running(data), context.CancellationToken);
                return await letters.RedriveAll(DeadLetters.QueueOf(service), context.CancellationToken) is > 0 and var count
                    ? CommandResults.Success($"已重新投递 {count} 条。")
                    : CommandResults.Success($"{service.Title}没有死信。");
            },
            new()
            {
                Description = "把该服务处理不了的消息放回原队列。请先消除原因，再重新投递。",
                ConfirmationMessage = $"把{service.Title}的全部死信放回原队列？",
                IconName = "MailArrowForward",
            });

    public static IResourceBuilder<ProjectResource> WithFirstAdministrator(
        this IResourceBuilder<ProjectResource> gateway, DataDirectory data) =>
        gateway.WithOperation(
            FirstAdministrator, "一次性管理员链接",
            async context =>
            {
                if (!File.Exists(data.SetupLinkFile))
                    return CommandResults.Failure("系统已有管理员，不再提供一次性链接。");
                var link = (await File.ReadAllTextAsync(data.SetupLinkFile, context.CancellationToken)).Trim();
                return CommandResults.Success(
                    "请用一次性链接设立第一位管理员。", $"[{link}]({link})", CommandResultFormat.Markdown, displayImmediately: true);
            },
            new()
            {
                Description = "显示设立第一位管理员的一次性链接；设立之后不再提供。",
                IconName = "PersonKey",
                IsHighlighted = true,
                UpdateState = context =>
                    File.Exists(data.SetupLinkFile) ? OperationOptions.WhenHealthy(context) : ResourceCommandState.Hidden,
            });

    private static RunState Running(DataDirectory data) => RunState.Running(data) ?? throw new LaunchException("系统尚未完全启动，请稍候再试。");
}
