using System.Security.Cryptography;
using Campaign.Cli.Running;

namespace Campaign.Cli.Engines;

/// <summary>PostgreSQL and RabbitMQ for tests: nothing of the developer's own, nothing durable, gone at the end.</summary>
internal sealed class ThrowAwayEngines : IAsyncDisposable
{
    private const int Attempts = 10;
    private readonly DataDirectory data;
    private readonly RunClaim claim;
    private readonly PartRunner runner;

    private ThrowAwayEngines(DataDirectory data, Action<string> say)
    {
        this.data = data;
        claim = RunClaim.TryTake(data) ?? throw new InvalidOperationException($"{data.Root} is in use.");
        runner = new PartRunner(data, say);
        runner.Save();
    }

    /// <summary>How tests find the engines.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <param name="durable">PostgreSQL keeps its promises as in production: for measuring.</param>
    public static async Task<ThrowAwayEngines> Start(string parent, Action<string> say, CancellationToken ct, bool durable = false)
    {
        await RemoveAbandoned(parent);
        var engines = new ThrowAwayEngines(NewPlace(parent), say);
        try
        {
            await engines.Start(durable, ct);
            return engines;
        }
        catch
        {
            await engines.DisposeAsync();
            throw;
        }
    }

    public static DataDirectory NewPlace(string parent) =>
        new(Path.Combine(parent, $"test-{RandomNumberGenerator.GetHexString(8, lowercase: true)}"));

    public async ValueTask DisposeAsync()
    {
        await runner.Stop();
        Remove(data);
        claim.Dispose();
    }

    private async Task Start(bool durable, CancellationToken ct)
    {
        var postgres = new PostgresServer(data, durable);
        var rabbit = new RabbitServer(data, throwAway: true);
        await runner.Start([postgres.Part, .. rabbit.Parts], ct);
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CAMPAIGN_TEST_POSTGRES"] = postgres.AdminConnectionString,
            ["CAMPAIGN_TEST_RABBITMQ"] = rabbit.Uri.ToString(),
            ["CAMPAIGN_TEST_RABBITMQ_MANAGEMENT"] = rabbit.Management.Address.ToString(),
        };
    }

    /// <summary>What a run left that was itself killed: no state, no processes; a held claim, still at work.</summary>
    public static async Task RemoveAbandoned(string parent)
    {
        if (!Directory.Exists(parent))
            return;
        foreach (var directory in Directory.EnumerateDirectories(parent, "test-*"))
        {
            var abandoned = new DataDirectory(directory);
            if (PartsState.Load(abandoned) is not { } state || RunClaim.TryTake(abandoned) is not { } claim)
                continue;
            await Shutdown.Of(state.Parts);
            Remove(abandoned);
            claim.Dispose();
        }
    }

    public static void Remove(DataDirectory data)
    {
        PostgresAccount.RemoveSparePlace(data.At("postgres"));
        for (var attempt = 1; Directory.Exists(data.Root); attempt++)
        {
            try
            {
                Directory.Delete(data.Root, recursive: true);
            }
            catch (IOException) when (attempt < Attempts)
            {
                // An engine that had to be killed was still adding and removing files.
            }
        }
    }
}
