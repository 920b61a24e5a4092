using Campaign.Cli.Processes;
using Campaign.Cli.Running;

namespace Campaign.Cli.Commands;

/// <summary>`down`: asks the host to end; does its work where it was killed.</summary>
internal static class DownCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task<int> Run(DataDirectory data)
    {
        if (PartsState.Load(data) is not { } state)
        {
            Screen.Say("系统没有在运行。");
            return 0;
        }

        if (state.Host.IsAlive)
            Screen.Say("正在停止……");
        state.Host.Send(Signal.Terminate);
        if (!await Shutdown.Ends(state.Host, Patience))
            state.Host.Send(Signal.Kill);
        await LocalSystem.CleanUpAfterKilled(data);
        Screen.Say($"已全部停止，数据保留在 {data.Root}");
        return 0;
    }
}
