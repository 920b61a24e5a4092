using System.Diagnostics;
using Campaign.Cli;
using Campaign.Cli.Engines;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Campaign.Cli.Services;
using Campaign.Testing;

namespace Campaign.Chaos;

/// <summary>
/// The whole system on a data directory that goes with it: durable engines behind relays, and the AppHost with every service that
/// consumes twice. The AppHost starts again what dies of it, the world the AppHost and the engines.
/// </summary>
internal sealed class World : IDisposable
{
    /// <summary>Longer than the broker takes between two counts.</summary>
    private const int LooksUntilQuiet = 12;
    private static readonly string[] Twice = [ServiceProject.Tasks.Name, ServiceProject.Inspections.Name, ServiceProject.Scoring.Name];
    private static readonly TimeSpan LongestRebuild = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromMinutes(1);

    private readonly bool untroubled;
    private readonly DataDirectory data = ThrowAwayEngines.NewPlace(Checkout.Current.DefaultData);
    private readonly DataDirectory system;
    private readonly WorldEngines engines;
    private readonly PartRunner runner;
    private readonly AppHostParts parts;
    private readonly Part appHost;

    private World(bool untroubled, TimeProvider clock)
    {
        this.untroubled = untroubled;
        system = new(data.At("system"));
        (engines, runner, parts, Evidence) = (new(data), new(data, Console.WriteLine), new(system, data), new(system.Evidence, clock));
        appHost = parts.Whole(Connections, untroubled ? [] : Twice);
    }

    public EvidenceDisk Evidence { get; }

    public TcpRelay Database => engines.Database;

    public TcpRelay Broker => engines.Broker;

    /// <summary>The broker itself, past the relay.</summary>
    public Uri BrokerAddress => engines.BrokerAddress;

    public Inside Inside => engines.Inside;

    public string GatewayAddress => appHost.Address;

    public string OperatorSecretFile => system.SecretFile("operator");

    /// <summary>Everything that can be killed; of services that run twice, both.</summary>
    public static IEnumerable<Victim> Victims =>
    [
        .. ServiceProject.All.SelectMany(
            service => Enumerable.Range(1, Twice.Contains(service.Name, StringComparer.Ordinal) ? 2 : 1)
                .Select(n => new Victim(service.Name, n))),
        new("postgres"),
        new("rabbitmq"),
        new(AppHostParts.AppHost),
    ];

    private Dictionary<string, string?> Connections => engines.Variables(relayed: !untroubled);

    /// <param name="untroubled">Without relays, and every service once: for measuring.</param>
    public static async Task<T> Run<T>(
        Func<World, CancellationToken, Task<T>> work, TimeProvider clock, CancellationToken ct, bool untroubled = false) where T : class
    {
        await ThrowAwayEngines.RemoveAbandoned(Checkout.Current.DefaultData);
        using var world = new World(untroubled, clock);
        using var claim = RunClaim.TryTake(world.data) ?? throw new InvalidOperationException($"{world.data.Root} is in use.");
        world.runner.Save();
        try
        {
            IReadOnlyList<Part> all = [.. world.engines.Parts, world.appHost];
            world.engines.Join();
            await world.runner.Start(all, ct);
            T? result = null;
            await world.runner.Supervise(all, async stop =>
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
    public async Task<(Victim Name, Uri Address)> StartAnother(
        ServiceProject service, IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
    {
        var another = parts.Another(service, Connections, settings);
        await runner.Start([another], ct);
        return (new(another.Name), new Uri(another.Address));
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
        var start = CliApp.AsProcess("rebuild", service, "--data", system.Root);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        foreach (var (name, value) in Connections) start.Environment[name] = value;
        using var rebuild = Process.Start(start)!;
        return (await rebuild.Finish(LongestRebuild)).Output;
    }

    /// <returns>False when it was not running anyway.</returns>
    public bool Kill(Victim victim)
    {
        if (ProcessOf(victim) is not { IsAlive: true } process) return false;
        process.Send(Signal.Kill);
        return true;
    }

    /// <summary>The AppHost and all that it has started: without it, nothing of it may stay.</summary>
    /// <exception cref="InvalidOperationException">Something stayed.</exception>
    public async Task<bool> KillAppHost()
    {
        var started = RunState.Load(system)?.Resources.Where(resource => resource.Process is not null).ToList() ?? [];
        if (!Kill(new(AppHostParts.AppHost))) return false;
        foreach (var resource in started)
        {
            if (!await Shutdown.Ends(resource.Process!.Value, LongestFarewell))
                throw new InvalidOperationException($"{resource.Instance} has outlived its AppHost.");
        }
        return true;
    }

    public int PidOf(ServiceProject service) => ProcessOf(new(service.Name))!.Value.Pid;

    /// <summary>It keeps what it has and does nothing, until <see cref="Resume"/>.</summary>
    public void Pause(string service) => ProcessOf(new(service))?.Send(Signal.Stop);

    public void Resume(string service) => ProcessOf(new(service))?.Send(Signal.Continue);

    public void Dispose()
    {
        engines.Dispose();
        Evidence.Dispose();
        ThrowAwayEngines.Remove(data);
    }

    private ProcessIdentity? ProcessOf(Victim victim) =>
        PartsState.Load(data)?.Parts.FirstOrDefault(part => part.Name == victim.Name)?.Process
        ?? RunState.Load(system)?.Resources.Where(resource => resource.Name == victim.Name).ElementAtOrDefault(victim.Number - 1)?.Process;
}
