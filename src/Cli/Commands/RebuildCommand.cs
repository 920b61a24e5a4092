using Campaign.Cli.Operations;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>
/// `rebuild SERVICE`: its query tables anew from its events, while it stays up; then
/// what it can prove. Starts the system for it if need be.
/// </summary>
internal sealed class RebuildCommand : AsyncCommand<RebuildCommand.Settings>
{
    public override Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var data = settings.Open();
        var service = ServiceProject.BehindGateway.FirstOrDefault(
            service => string.Equals(service.Name, settings.Service, StringComparison.Ordinal))
            ?? throw new LaunchException(
                $"没有“{settings.Service}”这个服务，可选：{string.Join('、', ServiceProject.BehindGateway.Select(service => service.Name))}。");
        return AppHostProcess.WhileUp(data, (state, ct) => Rebuild.Run(data, state, service, Screen.Say, ct), cancellationToken);
    }

    internal sealed class Settings : DataSettings
    {
        [CommandArgument(0, "<SERVICE>")]
        public string Service { get; init; } = "";
    }
}
