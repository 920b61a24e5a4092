using System.Diagnostics;
using Campaign.Cli.Running;

namespace Campaign.Cli.Operations;

/// <summary>The demonstration as a process of its own, against a system that runs.</summary>
internal static class Demo
{
    public static async Task<int> Run(DataDirectory data, RunState state, IEnumerable<string> arguments, CancellationToken ct)
    {
        var program = Checkout.Current.Program("Demo", "Campaign.Demo");
        if (!File.Exists(program))
            throw new LaunchException($"演示程序还没有构建：{program}");
        var start = new ProcessStartInfo(Checkout.DotNet, [program, .. arguments]);
        start.Environment["CAMPAIGN_GATEWAY"] = state.Gateway;
        start.Environment["CAMPAIGN_OPERATOR_SECRET_FILE"] = data.SecretFile(OperatorClient.Name);
        using var demo = Process.Start(start)!;
        await using var stop = ct.Register(() => demo.Kill(entireProcessTree: true));
        await demo.WaitForExitAsync(CancellationToken.None);
        return demo.ExitCode;
    }
}
