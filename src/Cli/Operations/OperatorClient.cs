using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Cli.Running;
using Campaign.Client;

namespace Campaign.Cli.Operations;

/// <summary>The machine client `operator` at the gateway: what a person may do in the console, this may do from the command line.</summary>
internal sealed class OperatorClient : IDisposable
{
    /// <summary>Of the client, and of the file that holds its secret.</summary>
    public const string Name = "operator";

    /// <summary>Shows the secret itself, where no token can be had: to be told how well the gateway does.</summary>
    public const string SecretHeader = "X-Operator-Secret";

    private readonly HttpClient http;
    private readonly MachineToken token;

    private OperatorClient(HttpClient http, MachineToken token) => (this.http, this.token) = (http, token);

    public static async Task<OperatorClient> Open(DataDirectory data, RunState state, CancellationToken ct)
    {
        // A proxy of the environment is for the world outside.
        var gateway = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri(state.Gateway),
            Timeout = TimeSpan.FromMinutes(2),
        };
        var secret = await File.ReadAllTextAsync(data.SecretFile(Name), ct);
        return new(gateway, new(gateway, TimeProvider.System, Name, secret.Trim()));
    }

    public Task<T> Get<T>(string path, CancellationToken ct) => Send<T>(HttpMethod.Get, path, content: null, ct);

    public Task<T> Post<T>(string path, object body, CancellationToken ct) => Send<T>(HttpMethod.Post, path, JsonContent.Create(body), ct);

    public void Dispose() => http.Dispose();

    private async Task<T> Send<T>(HttpMethod method, string path, HttpContent? content, CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await token.Value(ct));
            using var answer = await http.SendAsync(request, ct);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<T>(ct))!;
            throw new LaunchException(
                $"/{path} 被拒绝（{(int)answer.StatusCode}）：{(await answer.Content.ReadFromJsonAsync<Problem>(ct))?.Detail}");
        }
        catch (TokenRefusedException refused)
        {
            throw new LaunchException(refused.Message);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException)
        {
            throw new LaunchException($"网关没有给出能识别的答复：{failure.Message}");
        }
    }

    private sealed record Problem(string? Detail);
}
