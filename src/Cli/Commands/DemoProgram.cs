using System.Diagnostics;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Cli.Commands;

/// <summary>`demo …`: the demonstration against the running system, or against one started for it and stopped again.</summary>
internal static class DemoProgram
{
    public static Task<int> Run(DataDirectory data, IReadOnlyList<string> arguments, CancellationToken ct) =>
        PartsState.Running(data) is { } running
            ? Run(data, running, arguments, ct)
            : LocalSystem.Run(data, (state, stop) => Run(data, state, arguments, stop), ct);

    public static async Task<int> Run(DataDirectory data, PartsState state, IEnumerable<string> arguments, CancellationToken ct)
    {
        var program = Checkout.Current.Program("Demo", "Campaign.Demo");
        if (!File.Exists(program))
            throw new LaunchException($"演示程序还没有构建：{program}");
        var start = new ProcessStartInfo(Checkout.DotNet, [program, .. arguments]);
        start.Environment["CAMPAIGN_GATEWAY"] = state.AddressOf(ServiceProject.Gateway.Name);
        start.Environment["CAMPAIGN_OPERATOR_SECRET_FILE"] = ServiceParts.OperatorSecretFile(data);
        using var demo = Process.Start(start)!;
        await using var stop = ct.Register(() => demo.Kill(entireProcessTree: true));
        await demo.WaitForExitAsync(CancellationToken.None);
        return demo.ExitCode;
    }
}
