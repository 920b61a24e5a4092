using Campaign.LocalHost;

namespace Campaign.AppHost;

/// <summary>What AppHost is where the feed does not carry Aspire: an explanation, and the same system as plain processes.</summary>
internal static class Launcher
{
    public static Task<int> Run(string[] args)
    {
        Console.WriteLine(
            """
            本机的软件源没有 .NET Aspire（Aspire.AppHost.Sdk 13.2.0），改由 LocalHost 以普通进程启动同一套系统，没有 Aspire 面板。
            换用完整软件源后执行 ./campaign probe，再运行本项目。
            The package feed does not carry .NET Aspire; LocalHost starts the same system as plain processes, without the dashboard.
            With the full feed run ./campaign probe, then this project again.

            """);
        // The launch profile is for Aspire; without it the services run as `./campaign up` runs them.
        Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", null);
        return LocalHostApp.Run(["up", .. args]);
    }
}
