using System.Net;
using Campaign.Cli;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;
using Campaign.Cli.Services;

namespace Campaign.Chaos;

/// <summary>What runs on the engines: the AppHost with all that it starts, and single services beside it.</summary>
internal sealed class AppHostParts(DataDirectory system, DataDirectory logs)
{
    public const string AppHost = "apphost";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromSeconds(3) };

    // A port of its own, which it has again when it is started again: whoever works at the gateway need not look for it.
    private readonly int gatewayPort = FreePort.Next();

    public Part Whole(IReadOnlyDictionary<string, string?> connections, IEnumerable<string> twice)
    {
        var environment = new Dictionary<string, string?>(connections, StringComparer.Ordinal)
        {
            ["Data"] = system.Root,
            ["Gateway__Port"] = $"{gatewayPort}",
            // Aspire watches the process of that id: the system ends when we do.
            ["ASPIRE_CLI_PID"] = $"{Environment.ProcessId}",
        };
        foreach (var service in twice) environment[$"{service}__Instances"] = "2";
        var program = Checkout.Current.Program("AppHost", "Campaign.AppHost");
        var launch = new Launch(Checkout.DotNet, program)
        {
            LogFile = logs.LogOf(AppHost),
            WorkingDirectory = Path.GetDirectoryName(program)!,
            Environment = environment,
        };
        return new(AppHost, "创卫平台", Layer.Service, launch)
        {
            IsReady = _ => Task.FromResult(RunState.Running(system) is not null),
            Address = $"http://127.0.0.1:{gatewayPort}/",
        };
    }

    public Part Another(
        ServiceProject service, IReadOnlyDictionary<string, string?> connections, IReadOnlyDictionary<string, string?> settings)
    {
        var (name, address) = ($"{service.Name}-another", new Uri($"http://127.0.0.1:{FreePort.Next()}/"));
        var program = Checkout.Current.Program(service.Project, service.Assembly);
        var environment = new Dictionary<string, string?>(connections, StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = address.ToString(),
            ["Evidence__Directory"] = system.Evidence,
        };
        foreach (var (key, value) in settings) environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        var launch = new Launch(Checkout.DotNet, program)
        {
            LogFile = logs.LogOf(name),
            WorkingDirectory = Path.GetDirectoryName(program)!,
            Environment = environment,
        };
        return new(name, service.Title, Layer.Service, launch) { IsReady = ct => Answers(address, ct), Address = address.ToString() };
    }

    private static async Task<bool> Answers(Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(address, "health/ready"), ct);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (Exception failure) when (
            failure is HttpRequestException || (failure is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
