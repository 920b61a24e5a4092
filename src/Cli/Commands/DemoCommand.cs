using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>
/// `demo [-- ARGUMENTS…]`: the demonstration against the running system, or against one started for it and stopped again.
/// </summary>
internal sealed class DemoCommand : AsyncCommand<DataSettings>
{
    public override Task<int> ExecuteAsync(CommandContext context, DataSettings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        return AppHostProcess.WhileUp(data, (state, ct) => Demo.Run(data, state, context.Remaining.Raw, ct), cancellationToken);
    }
}
