using System.Net;
using Campaign.Cli.Processes;
using Campaign.Cli.Running;

namespace Campaign.Cli.Services;

/// <summary>The five services as processes of this machine, each on its own loopback port.</summary>
internal sealed class ServiceParts(DataDirectory data, ConnectionStrings connections, Ports ports)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(3) };

    private readonly Dictionary<string, Uri> addresses =
        ServiceProject.All.ToDictionary(service => service.Name, ports.AddressOf, StringComparer.Ordinal);

    public static string OperatorSecretFile(DataDirectory data) => data.SecretFile("operator");

    public static string SetupLinkFile(DataDirectory data) => data.At("setup-link");

    public IReadOnlyList<Part> All() => [.. ServiceProject.All.Select(PartFor)];

    private Part PartFor(ServiceProject service)
    {
        var address = addresses[service.Name];
        var program = Checkout.Current.Program(service.Project, service.Assembly);
        var launch = new Launch(Checkout.DotNet, program)
        {
            LogFile = data.LogOf(service.Name),
            WorkingDirectory = Path.GetDirectoryName(program)!,
            Environment = EnvironmentOf(service),
        };
        return new(service.Name, service.Title, Layer.Service, launch)
        {
            IsReady = ct => IsReady(address, ct),
            Address = address.ToString(),
        };
    }

    private Dictionary<string, string?> EnvironmentOf(ServiceProject service)
    {
        var environment = new Dictionary<string, string?>(connections.For(service), StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = addresses[service.Name].ToString(),
            ["Identity__Authority"] = addresses[ServiceProject.Gateway.Name].ToString().TrimEnd('/'),
            ["Evidence__Directory"] = data.At("evidence"),
            // One arena for what the runtime allocates natively: each keeps what the compiler once needed.
            ["MALLOC_ARENA_MAX"] = "1",
        };
        if (service == ServiceProject.Gateway)
        {
            foreach (var other in ServiceProject.BehindGateway)
                environment[$"Services__{other.Name}"] = addresses[other.Name].ToString();
            _ = data.Secret("operator");
            environment["Operator__ClientSecretFile"] = OperatorSecretFile(data);
            environment["Setup__LinkFile"] = SetupLinkFile(data);
        }

        return environment;
    }

    public static async Task<bool> IsReady(Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(address, "health/ready"), ct);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return false;
        }
    }
}
