using Campaign.Cli.Engines;
using Spectre.Console.Cli;

namespace Campaign.Cli.Commands;

/// <summary>
/// `engines`: throw-away engines for the process that started us. Their addresses go to standard output,
/// an empty line ends them; they live until our standard input closes, so they cannot outlive their user.
/// </summary>
internal sealed class EnginesCommand : AsyncCommand<DataSettings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, DataSettings settings, CancellationToken cancellationToken)
    {
        await using var engines = await ThrowAwayEngines.Start(settings.Path, Console.Error.WriteLine, cancellationToken);
        foreach (var (name, value) in engines.Environment)
            Console.WriteLine($"{name}={value}");
        Console.WriteLine();
        await Task.Run(Console.In.ReadToEnd, CancellationToken.None).WaitAsync(cancellationToken);
        return 0;
    }
}
