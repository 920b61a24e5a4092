using Campaign.LocalHost;
using Campaign.LocalHost.Engines;
using Campaign.LocalHost.Processes;
using Campaign.LocalHost.Running;
using Campaign.LocalHost.Services;
using Campaign.Testing;
using Npgsql;

namespace Campaign.Chaos;

/// <summary>
/// The whole system on a data directory that goes with it: durable engines behind relays, every service that consumes twice.
/// What dies is started again, as LocalHost does it.
/// </summary>
internal sealed class World : IDisposable
{
    private const string Variable = "ConnectionStrings__";
    private const string BrokerName = "rabbitmq";
    private static readonly string[] Twice = ["tasks", "inspections", "scoring"];

    private readonly DataDirectory data = ThrowAwayEngines.NewPlace(Checkout.Current.DefaultData);

    private World(TimeProvider clock) => Evidence = new(data.At("evidence"), clock);

    public EvidenceDisk Evidence { get; }

    public TcpRelay Database { get; private set; } = null!;

    public TcpRelay Broker { get; private set; } = null!;

    /// <summary>The broker itself, past the relay.</summary>
    public Uri BrokerAddress { get; private set; } = null!;

    public Inside Inside => new(data);

    public string GatewayAddress => State.AddressOf(ServiceProject.Gateway.Name);

    public string OperatorSecretFile => ServiceParts.OperatorSecretFile(data);

    public IEnumerable<string> Services => State.Parts.Where(part => part.Layer is Layer.Service).Select(part => part.Name);

    private RunState State => RunState.Load(data)!;

    public static async Task<T> Run<T>(Func<World, CancellationToken, Task<T>> work, TimeProvider clock, CancellationToken ct) where T : class
    {
        await ThrowAwayEngines.RemoveAbandoned(Checkout.Current.DefaultData);
        using var world = new World(clock);
        using var claim = RunClaim.TryTake(world.data) ?? throw new InvalidOperationException($"{world.data.Root} is in use.");
        var runner = new PartRunner(world.data, Console.WriteLine);
        runner.Save();
        try
        {
            var connections = new ConnectionStrings(world.data);
            await runner.Start(connections.Engines, ct);
            world.StandBetween(connections);
            var services = world.ServicesBehindRelays();
            await runner.Start(services, ct);
            runner.DeclareReady();
            T? result = null;
            await runner.Supervise([.. connections.Engines, .. services], async stop =>
            {
                result = await work(world, stop);
                return 0;
            }, ct);
            return result!;
        }
        finally
        {
            await runner.Stop();
        }
    }

    public void Kill(string part) => State.Parts.Single(entry => entry.Name == part).Process.Send(Signal.Kill);

    public void Dispose()
    {
        Database?.Dispose();
        Broker?.Dispose();
        Evidence.Dispose();
        ThrowAwayEngines.Remove(data);
    }

    /// <summary>From here on the environment names the engines, so that services take the relays for them.</summary>
    private void StandBetween(ConnectionStrings engines)
    {
        var databases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in ServiceProject.All)
        {
            var given = engines.For(service).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
            databases[service.Name] = given[Variable + service.Name];
            BrokerAddress = new Uri(given[Variable + BrokerName]);
        }
        Database = TcpRelay.Before(databases[ServiceProject.Gateway.Name], out var relayed);
        var port = new NpgsqlConnectionStringBuilder(relayed).Port;
        foreach (var (name, direct) in databases)
            Environment.SetEnvironmentVariable(Variable + name, new NpgsqlConnectionStringBuilder(direct) { Port = port }.ConnectionString);
        Broker = TcpRelay.Before(BrokerAddress, out var broker);
        Environment.SetEnvironmentVariable(Variable + BrokerName, broker.ToString());
        Database.Join();
        Broker.Join();
    }

    private IReadOnlyList<Part> ServicesBehindRelays()
    {
        var first = new ServiceParts(data, new ConnectionStrings(data), new Ports(data)).All();
        return [.. first, .. first.Where(part => Twice.Contains(part.Name, StringComparer.Ordinal)).Select(Second)];
    }

    private Part Second(Part first)
    {
        var (name, address) = ($"{first.Name}-2", new Uri($"http://127.0.0.1:{FreePort.Next()}/"));
        var environment = new Dictionary<string, string?>(first.Launch.Environment, StringComparer.Ordinal) { ["ASPNETCORE_URLS"] = address.ToString() };
        return first with
        {
            Name = name,
            Title = $"{first.Title}（二）",
            Launch = first.Launch with { LogFile = data.LogOf(name), Environment = environment },
            Address = address.ToString(),
            IsReady = ct => ServiceParts.IsReady(address, ct),
        };
    }
}
