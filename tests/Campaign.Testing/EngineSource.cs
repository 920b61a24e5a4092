using System.Diagnostics;

namespace Campaign.Testing;

internal sealed record EngineAddresses(string Postgres, Uri Rabbit, Uri RabbitManagement);

/// <summary>The environment, else the distribution's engines, else containers where the feed has them.</summary>
internal static class EngineSource
{
    private const string Postgres = "CAMPAIGN_TEST_POSTGRES";
    private const string Rabbit = "CAMPAIGN_TEST_RABBITMQ";
    private const string Management = "CAMPAIGN_TEST_RABBITMQ_MANAGEMENT";

    // Its standard input is our lifeline to it: closed when this process ends, in whatever way.
    private static Process? localHost;

    public static async Task<EngineAddresses> Find()
    {
        if (From(Environment.GetEnvironmentVariable) is { } given)
            return given;
        if (!Cli.CliApp.HasEngines)
            return await Containers.EngineContainers.Start();
        return From((await StartLocalHost()).GetValueOrDefault)
            ?? throw new InvalidOperationException("LocalHost started no engines, see above.");
    }

    private static async Task<Dictionary<string, string?>> StartLocalHost()
    {
        var start = Cli.CliApp.AsProcess("engines");
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        localHost = Process.Start(start)!;
        var variables = new Dictionary<string, string?>(StringComparer.Ordinal);
        while (await localHost.StandardOutput.ReadLineAsync() is { Length: > 0 } line)
        {
            var parts = line.Split('=', 2);
            variables[parts[0]] = parts[1];
        }

        return variables;
    }

    private static EngineAddresses? From(Func<string, string?> variable) =>
        variable(Postgres) is { } postgres && variable(Rabbit) is { } rabbit && variable(Management) is { } management
            ? new(postgres, new Uri(rabbit), new Uri(management))
            : null;
}
