using Campaign.Cli.Running;

namespace Campaign.Cli.Commands;

/// <summary>What somebody needs to begin: the addresses and, until there is an administrator, the link that makes the first one.</summary>
internal static class Greeting
{
    public static void Print(DataDirectory data, RunState state)
    {
        Screen.Say("");
        Screen.Say("创卫平台已就绪：");
        Screen.Say($"  创卫平台\t{state.Gateway}");
        Screen.Say($"  运维面板\t{state.Dashboard}");
        if (File.Exists(data.SetupLinkFile))
        {
            Screen.Say("");
            Screen.Say("系统还没有管理员。请用下面的一次性链接设立第一位管理员：");
            Screen.Say("  " + File.ReadAllText(data.SetupLinkFile).Trim());
        }

        Screen.Say("");
        Screen.Say($"日志在 {data.Logs}；查看状态：./campaign status；停止：./campaign down 或在前台按 Ctrl+C。");
    }
}
