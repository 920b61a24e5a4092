namespace Campaign.Cli.Services;

/// <summary>A service of the platform: its name is that of its connection string, its log and its address.</summary>
internal sealed record ServiceProject(string Name, string Title, string Project, string Assembly, int? UsualPort = null)
{
    public static readonly ServiceProject Gateway = new("gateway", "网关", "Gateway", "Campaign.Gateway", UsualPort: 8080);

    public static readonly IReadOnlyList<ServiceProject> BehindGateway =
    [
        new("tasks", "任务服务", "Tasks.Service", "Campaign.Tasks.Service"),
        new("inspections", "检查服务", "Inspections.Service", "Campaign.Inspections.Service"),
        new("scoring", "考评服务", "Scoring.Service", "Campaign.Scoring.Service"),
        new("integration", "对接服务", "Integration.Service", "Campaign.Integration.Service"),
    ];

    public static readonly IReadOnlyList<ServiceProject> All = [.. BehindGateway, Gateway];
}
