using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>`down`: asks the AppHost to end; where it was killed, ends what it left.</summary>
internal sealed class DownCommand : AsyncCommand<DataSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, DataSettings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        if (RunState.Load(data) is not { } state)
        {
            Screen.Say("系统没有在运行。");
            return 0;
        }

        if (state.Host.IsAlive)
            Screen.Say("正在停止……");
        state.Host.Send(Signal.Terminate);
        await Leftovers.End(data, state.Host, CancellationToken.None);
        Screen.Say($"已全部停止，数据保留在 {data.Root}");
        return 0;
    }
}
