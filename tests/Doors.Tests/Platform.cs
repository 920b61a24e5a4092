using System.Net.Http.Json;
using Campaign.Gateway;
using Campaign.Inspections.Ledger;
using Campaign.Integration.Feed;
using Campaign.Scoring.Months;
using Campaign.Tasks.Calendars;
using Campaign.Testing;
using Campaign.Web;

[assembly: AssemblyFixture(typeof(Campaign.Doors.Tests.Platform))]

namespace Campaign.Doors.Tests;

/// <summary>
/// Gateway and services in this process, each behind a socket as in an installation: what the server itself refuses or cannot send is part
/// of what is tested. One street, known to all of them.
/// </summary>
public sealed class Platform : IAsyncLifetime
{
    public const string Street = "990101901";
    private const string ManyRequests = "1000000";

    private readonly Dictionary<string, HttpClient> clients = new(StringComparer.Ordinal);
    private readonly List<IAsyncDisposable> hosts = [];
    private readonly string folder = Directory.CreateTempSubdirectory("campaign-doors-").FullName;
    private Surroundings surroundings = null!;

    /// <summary>Every right there is, in the one street.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The same at the gateway, which makes tokens of its own.</summary>
    public string GatewayToken { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        surroundings = await Surroundings.Create();
        Token = surroundings.Identity.Token(TestIdentity.Caller(Role.Administrator, Street, "U001") with
        {
            Roles = Enum.GetValues<Role>().ToHashSet(),
        });
        await Start<CalendarsFeature>("tasks", surroundings);
        await Start<LedgerFeature>(
            "inspections", await surroundings.Beside(), ("Evidence:Directory", Path.Combine(folder, "evidence")));
        await Start<MonthsFeature>("scoring", await surroundings.Beside());
        await Start<FeedFeature>("integration", await surroundings.Beside());
        await StartGateway();
        await Register();
    }

    /// <summary>Without a token.</summary>
    public HttpClient At(string service) => clients[service];

    public string TokenFor(string service) => service is "gateway" ? GatewayToken : Token;

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients.Values) client.Dispose();
        foreach (var host in hosts) await host.DisposeAsync();
        surroundings.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Start<TModule>(string service, Surroundings within, params (string Key, string Value)[] settings)
        where TModule : class
    {
        var host = new ServiceHost<TModule>(within, service, replace: null, settings);
        hosts.Add(host);
        host.UseKestrel(0);
        host.StartServer();
        await host.Ready();
        using var probe = host.CreateClient();
        // Headers of any text, as other clients send them.
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
        };
        clients[service] = new HttpClient(handler) { BaseAddress = probe.BaseAddress, Timeout = TimeSpan.FromMinutes(1) };
    }

    private async Task StartGateway()
    {
        var (file, secret) = (Path.Combine(folder, "operator"), Convert.ToHexString(Guid.NewGuid().ToByteArray()));
        await File.WriteAllTextAsync(file, secret);
        await Start<GatewayOptions>(
            "gateway", await surroundings.Beside(), ("Operator:ClientSecretFile", file), ("Limits:RequestsPerSecond", ManyRequests),
            ("Limits:SignInsPerMinute", ManyRequests));
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", "operator"), new("client_secret", secret)]);
        using var answer = await At("gateway").PostAsync("/connect/token", form);
        answer.EnsureSuccessStatusCode();
        GatewayToken = (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private async Task Register()
    {
        const string from = "2024-01-01";
        await Put("tasks", $"/api/district/streets/{Street}", new { name = "测试街道" });
        foreach (var community in new[] { "C001", "C002" })
            await Put("tasks", $"/api/streets/{Street}/communities/{community}", new { name = $"社区{community}" });
        foreach (var unit in new[] { "U001", "U010", "U013" })
            await Put("tasks", $"/api/streets/{Street}/units/{unit}", new { name = $"单位{unit}", category = "居委会", from });
        await Put(
            "tasks", $"/api/streets/{Street}/posts/P01",
            new { title = "党工委副书记", fields = new[] { "环境卫生" }, role = "Guarantor" });
        foreach (var operation in Operation.All.Where(one => $"{one}" is "PUT /api/district/finding-categories"))
            await Put(operation.Service, operation.Path, System.Text.Json.Nodes.JsonNode.Parse(operation.Example!)!);
        // The others hear of the street by message.
        await Eventually.Holds(async () => await Is("inspections", $"/api/streets/{Street}/finding-settings"));
        await Eventually.Holds(async () => await Is("scoring", $"/api/streets/{Street}/closing-day"));
    }

    private async Task<bool> Is(string service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", Token);
        using var answer = await At(service).SendAsync(request);
        return answer.IsSuccessStatusCode;
    }

    private async Task Put(string service, string path, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, path) { Content = JsonContent.Create(body, options: Json.Options) };
        request.Headers.Authorization = new("Bearer", Token);
        using var answer = await At(service).SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }
}
