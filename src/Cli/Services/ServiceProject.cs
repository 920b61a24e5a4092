namespace Campaign.Cli.Services;

/// <summary>A service of the platform: its name is that of its resource, its database, its connection string and its log.</summary>
internal sealed record ServiceProject(string Name, string Title, string Project, string Assembly, int? UsualPort = null)
{
    public static readonly ServiceProject Gateway = new("gateway", "网关", "Gateway", "Campaign.Gateway", UsualPort: 8080);
    public static readonly ServiceProject Tasks = new("tasks", "任务服务", "Tasks.Service", "Campaign.Tasks.Service");
    public static readonly ServiceProject Inspections = new("inspections", "检查服务", "Inspections.Service", "Campaign.Inspections.Service");
    public static readonly ServiceProject Scoring = new("scoring", "考评服务", "Scoring.Service", "Campaign.Scoring.Service");
    public static readonly ServiceProject Integration = new("integration", "对接服务", "Integration.Service", "Campaign.Integration.Service");

    public static readonly IReadOnlyList<ServiceProject> BehindGateway = [Tasks, Inspections, Scoring, Integration];

    public static readonly IReadOnlyList<ServiceProject> All = [.. BehindGateway, Gateway];
}
