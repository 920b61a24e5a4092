using Campaign.Cli.Processes;
using Campaign.Cli.Running;

namespace Campaign.Cli.Commands;

/// <summary>`up --detach`: the host as a process of its own; we leave when it is ready, or with its last words.</summary>
internal static class DetachCommand
{
    public static async Task<int> Run(DataDirectory data, bool withDemo, CancellationToken ct)
    {
        if (UpCommand.SaysWhoRuns(data))
            return 0;
        var words = new FollowedFile(data.LogOf("localhost"));
        var program = Checkout.Current.Program("Cli", "Campaign.Cli");
        using var host = RunningProcess.Start(new(Checkout.DotNet, program, "host", "--data", data.Root) { LogFile = words.Path });
        try
        {
            while (!host.Exited.IsCompleted && PartsState.Running(data)?.Host != host.Identity)
            {
                Console.Write(words.News());
                await Task.Delay(TimeSpan.FromMilliseconds(100), ct);
            }

            Console.Write(words.News());
            return host.Exited.IsCompleted ? host.ExitCode : await UpCommand.Welcome(data, PartsState.Running(data)!, withDemo, ct);
        }
        catch (OperationCanceledException)
        {
            host.Identity.Send(Signal.Terminate);
            await host.Exited;
            throw;
        }
    }
}
