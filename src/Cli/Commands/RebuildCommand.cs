using System.Diagnostics;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Cli.Commands;

/// <summary>`rebuild SERVICE`: its query tables anew from its events, while it stays up; then what it can prove. Starts the system for it if need be.</summary>
internal static class RebuildCommand
{
    public static Task<int> Run(DataDirectory data, string name, CancellationToken ct)
    {
        var service = ServiceProject.BehindGateway.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal))
            ?? throw new LaunchException($"没有“{name}”这个服务，可选：{string.Join('、', ServiceProject.BehindGateway.Select(s => s.Name))}。");
        return PartsState.Running(data) is { } running
            ? Run(data, running, service, ct)
            : LocalSystem.Run(data, (state, stop) => Run(data, state, service, stop), ct);
    }

    private static async Task<int> Run(DataDirectory data, PartsState state, ServiceProject service, CancellationToken ct)
    {
        var program = Checkout.Current.Program(service.Project, service.Assembly);
        var start = new ProcessStartInfo(Checkout.DotNet, [program, "rebuild"]) { WorkingDirectory = Path.GetDirectoryName(program)! };
        foreach (var (variable, value) in ConnectionStrings.Beside(data, state, service)) start.Environment[variable] = value;
        start.Environment["Identity__Authority"] = state.AddressOf(ServiceProject.Gateway.Name).TrimEnd('/');
        start.Environment["Evidence__Directory"] = data.At("evidence");
        using var rebuild = Process.Start(start)!;
        await using var stop = ct.Register(() => rebuild.Kill(entireProcessTree: true));
        await rebuild.WaitForExitAsync(CancellationToken.None);
        return rebuild.ExitCode;
    }
}
