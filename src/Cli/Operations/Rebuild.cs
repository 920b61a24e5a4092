using System.Diagnostics;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Cli.Operations;

/// <summary>A service's own `rebuild`, as a process beside the service that runs.</summary>
internal static class Rebuild
{
    public static async Task<int> Run(DataDirectory data, RunState state, ServiceProject service, Action<string> say, CancellationToken ct)
    {
        var program = Checkout.Current.Program(service.Project, service.Assembly);
        var start = new ProcessStartInfo(Checkout.DotNet, [program, "rebuild"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in Connections.Beside(data, state, service))
            start.Environment[variable] = value;
        start.Environment["Identity__Authority"] = state.Gateway.TrimEnd('/');
        start.Environment["Evidence__Directory"] = data.Evidence;
        using var rebuild = new Process { StartInfo = start };
        rebuild.OutputDataReceived += (_, line) => Say(line.Data);
        rebuild.ErrorDataReceived += (_, line) => Say(line.Data);
        rebuild.Start();
        rebuild.BeginOutputReadLine();
        rebuild.BeginErrorReadLine();
        await using var stop = ct.Register(() => rebuild.Kill(entireProcessTree: true));
        await rebuild.WaitForExitAsync(CancellationToken.None);
        return rebuild.ExitCode;

        void Say(string? line)
        {
            if (line is not null)
                say(line);
        }
    }
}
