using System.Diagnostics;
using System.Globalization;
using Campaign.Chaos;
using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Campaign.Demo.Api;
using Campaign.Testing;

namespace Campaign.SystemTests;

/// <summary>The command line as people use it, on a data directory of its own that goes with the test.</summary>
internal sealed class CampaignProcess : IAsyncDisposable
{
    /// <summary>For whatever a command does, a whole start on a busy machine included.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private readonly string mark = Guid.NewGuid().ToString();
    private readonly List<Process> running = [];

    public CampaignProcess() => Environment = new(StringComparer.Ordinal)
    {
        ["CAMPAIGN_STARTED_BY_TEST"] = mark,
        // Processes, so that they can be killed, and a backup can be made of them.
        ["Engines"] = "local",
        // The same over restarts: who works goes on at the address that he knows.
        ["Gateway__Port"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
    };

    public DataDirectory Data { get; } = new(Directory.CreateTempSubdirectory("campaign-").FullName);

    /// <summary>What every process is started with, and passes on.</summary>
    public Dictionary<string, string> Environment { get; }

    public RunState? State => RunState.Load(Data);

    /// <summary>Behind the services' backs.</summary>
    public Inside Inside => new(
        database => PostgresServer.AdminOf(Data, State.ShouldNotBeNull(), database) + ";Pooling=false",
        () => RabbitServer.ManagementOf(Data, State.ShouldNotBeNull()).ShouldNotBeNull());

    public Gateway Gateway() => Demo.Api.Gateway.From(
        name => name switch
        {
            "CAMPAIGN_GATEWAY" => State.ShouldNotBeNull().Gateway,
            "CAMPAIGN_OPERATOR_SECRET_FILE" => Data.SecretFile("operator"),
            _ => null,
        },
        TimeProvider.System);

    public async Task<RunState> Up()
    {
        await Succeeds("up", "--detach");
        return State.ShouldNotBeNull();
    }

    public Task Down() => Succeeds("down");

    public async Task Succeeds(params string[] arguments)
    {
        var (exitCode, output) = await Run(arguments);
        exitCode.ShouldBe(0, output);
    }

    public async Task<(int ExitCode, string Output)> Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return await process.Finish(Limit);
    }

    /// <summary>Starts something that stays, and comes back when it prints such a line.</summary>
    public async Task<Process> StartUntil(string line, params string[] arguments)
    {
        var process = Start(arguments);
        running.Add(process);
        using var limit = new CancellationTokenSource(Limit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } printed)
        {
            if (printed.Contains(line, StringComparison.Ordinal))
                return process;
        }

        throw new InvalidOperationException($"Ended early: {await process.StandardError.ReadToEndAsync(limit.Token)}");
    }

    /// <summary>Everything alive that descends from what this test started, however it was detached.</summary>
    public IEnumerable<string> Descendants() =>
        from directory in Directory.EnumerateDirectories("/proc")
        let process = Path.GetFileName(directory)
        where int.TryParse(process, out _) && Read($"/proc/{process}/environ").Contains(mark, StringComparison.Ordinal)
        select Read($"/proc/{process}/cmdline").Replace('\0', ' ');

    public async ValueTask DisposeAsync()
    {
        await Run("down");
        foreach (var process in running)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            process.Dispose();
        }

        Directory.Delete(Data.Root, recursive: true);
    }

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = CliApp.AsProcess([.. arguments, "--data", Data.Root]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
