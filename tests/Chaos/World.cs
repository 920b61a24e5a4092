using System.Diagnostics;
using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
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
    /// <summary>Longer than the broker takes between two counts.</summary>
    private const int LooksUntilQuiet = 12;
    private static readonly string[] Twice = ["tasks", "inspections", "scoring"];

    private readonly DataDirectory data = ThrowAwayEngines.NewPlace(Checkout.Current.DefaultData);

    private readonly Dictionary<string, string> databases = new(StringComparer.Ordinal);

    private readonly PartRunner runner;
    private readonly ConnectionStrings connections;

    private World(TimeProvider clock) =>
        (runner, connections, Evidence) = (new(data, Console.WriteLine), new(data), new(data.At("evidence"), clock));

    public EvidenceDisk Evidence { get; }

    public TcpRelay Database { get; private set; } = null!;

    public TcpRelay Broker { get; private set; } = null!;

    /// <summary>The broker itself, past the relay.</summary>
    public Uri BrokerAddress { get; private set; } = null!;

    public Inside Inside => new(data);

    public string GatewayAddress => State.AddressOf(ServiceProject.Gateway.Name);

    public string OperatorSecretFile => ServiceParts.OperatorSecretFile(data);

    /// <summary>The services that <see cref="Run"/> started, each once.</summary>
    public IEnumerable<(string Name, int Pid)> Processes =>
        ServiceProject.All.Select(service => (service.Name, State.Parts.Single(part => part.Name == service.Name).Process.Pid));

    public IEnumerable<string> Services => State.Parts.Where(part => part.Layer is Layer.Service).Select(part => part.Name);

    private IReadOnlyList<Part> Once => new ServiceParts(data, connections, new Ports(data)).All();

    private RunState State => RunState.Load(data)!;

    /// <param name="untroubled">Without relays, and every service once: for measuring.</param>
    public static async Task<T> Run<T>(
        Func<World, CancellationToken, Task<T>> work, TimeProvider clock, CancellationToken ct, bool untroubled = false) where T : class
    {
        await ThrowAwayEngines.RemoveAbandoned(Checkout.Current.DefaultData);
        using var world = new World(clock);
        using var claim = RunClaim.TryTake(world.data) ?? throw new InvalidOperationException($"{world.data.Root} is in use.");
        world.runner.Save();
        try
        {
            var engines = world.connections.Engines;
            await world.runner.Start(engines, ct);
            world.Remember();
            if (!untroubled) world.StandBetween();
            var services = untroubled ? world.Once : world.ServicesBehindRelays();
            await world.runner.Start(services, ct);
            world.runner.DeclareReady();
            T? result = null;
            await world.runner.Supervise([.. engines, .. services], async stop =>
            {
                result = await work(world, stop);
                return 0;
            }, ct);
            return result!;
        }
        finally
        {
            await world.runner.Stop();
        }
    }

    /// <summary>One more instance of a service, with settings of its own, until it is killed; nobody starts it again.</summary>
    public async Task<(string Name, Uri Address)> StartAnother(string service, IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
    {
        var first = Once.Single(part => part.Name == service);
        var another = Another(first, settings);
        await runner.Start([another], ct);
        return (another.Name, new Uri(another.Address));
    }

    /// <summary>Returns when every message that was sent has been worked off, and what that sent too.</summary>
    public async Task QueuesAreEmpty()
    {
        for (var quiet = 0; quiet < LooksUntilQuiet; quiet = await Inside.QueuedMessages(CancellationToken.None) == 0 ? quiet + 1 : 0)
            await Task.Delay(TimeSpan.FromMilliseconds(500));
    }

    /// <returns>What `./campaign rebuild` says.</returns>
    public async Task<string> Rebuild(string service)
    {
        var start = CliApp.AsProcess("rebuild", service, "--data", data.Root);
        start.RedirectStandardOutput = true;
        using var rebuild = Process.Start(start)!;
        var output = await rebuild.StandardOutput.ReadToEndAsync();
        await rebuild.WaitForExitAsync();
        return output;
    }

    public void Kill(string part) => Send(part, Signal.Kill);

    /// <summary>It keeps what it has and does nothing, until <see cref="Resume"/>.</summary>
    public void Pause(string part) => Send(part, Signal.Stop);

    public void Resume(string part) => Send(part, Signal.Continue);

    private void Send(string part, Signal signal) => State.Parts.Single(entry => entry.Name == part).Process.Send(signal);

    public void Dispose()
    {
        Database?.Dispose();
        Broker?.Dispose();
        Evidence.Dispose();
        ThrowAwayEngines.Remove(data);
    }

    private void Remember()
    {
        foreach (var service in ServiceProject.All)
        {
            var given = connections.For(service).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
            databases[service.Name] = given[Variable + service.Name];
            BrokerAddress = new Uri(given[Variable + BrokerName]);
        }
    }

    /// <summary>From here on the environment names the engines, so that services take the relays for them.</summary>
    private void StandBetween()
    {
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
        var first = Once;
        return [.. first, .. first.Where(part => Twice.Contains(part.Name, StringComparer.Ordinal)).Select(part => Another(part, new Dictionary<string, string?>(StringComparer.Ordinal)))];
    }

    private Part Another(Part first, IReadOnlyDictionary<string, string?> settings)
    {
        var (name, address) = ($"{first.Name}-2", new Uri($"http://127.0.0.1:{FreePort.Next()}/"));
        var environment = new Dictionary<string, string?>(first.Launch.Environment, StringComparer.Ordinal) { ["ASPNETCORE_URLS"] = address.ToString() };
        foreach (var (key, value) in settings) environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
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
