using Campaign.Cli.Engines;

namespace Campaign.Cli.Commands;

/// <summary>
/// `engines`: throw-away engines for the process that started us. Their addresses go to standard output,
/// an empty line ends them; they live until our standard input closes, so they cannot outlive their user.
/// </summary>
internal static class EnginesCommand
{
    public static async Task<int> Run(string dataDirectory, CancellationToken ct)
    {
        await using var engines = await ThrowAwayEngines.Start(dataDirectory, Console.Error.WriteLine, ct);
        foreach (var (name, value) in engines.Environment)
            Console.WriteLine($"{name}={value}");
        Console.WriteLine();
        await Task.Run(Console.In.ReadToEnd, CancellationToken.None).WaitAsync(ct);
        return 0;
    }
}
