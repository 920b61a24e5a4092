using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Campaign.Cli.Engines;

/// <summary>The few questions we put to RabbitMQ's management API. The address carries user and password.</summary>
internal sealed class RabbitManagement(Uri address)
{
    private readonly HttpClient http = Client(address);

    public Uri Address { get; } = address;

    /// <summary>True once the node accepts AMQP connections on that port.</summary>
    public async Task<bool> ListensOn(int port, CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"api/health/checks/port-listener/{port}", UriKind.Relative), ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<IReadOnlyList<Queue>> Queues(CancellationToken ct) =>
        await http.GetFromJsonAsync<List<Queue>>(new Uri("api/queues?columns=name,messages,consumers,state", UriKind.Relative), ct) ?? [];

    /// <summary>Makes the user, or changes him: no administration, and in the virtual host what the permissions say.</summary>
    public async Task PutUser(string name, string password, BrokerPermissions permissions, string virtualHost, CancellationToken ct)
    {
        await Put($"api/users/{name}", new { password, tags = "" }, ct);
        await Put(
            $"api/permissions/{Uri.EscapeDataString(virtualHost)}/{name}",
            new { configure = permissions.Configure, write = permissions.Write, read = permissions.Read }, ct);
    }

    private async Task Put<T>(string path, T body, CancellationToken ct)
    {
        using var answer = await http.PutAsJsonAsync(new Uri(path, UriKind.Relative), body, ct);
        answer.EnsureSuccessStatusCode();
    }

    private static HttpClient Client(Uri address)
    {
        var userInfo = Uri.UnescapeDataString(address.UserInfo);
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new UriBuilder(address) { UserName = "", Password = "" }.Uri,
            Timeout = TimeSpan.FromSeconds(5),
        };
        client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(userInfo)));
        return client;
    }

    internal sealed record Queue(string Name, long Messages, int Consumers)
    {
        /// <summary>MassTransit puts what it could not handle into `…_error`, and what nobody there knows into `…_skipped`.</summary>
        public bool IsDeadLetters =>
            Name.EndsWith("_error", StringComparison.Ordinal) || Name.EndsWith("_skipped", StringComparison.Ordinal);
    }
}
