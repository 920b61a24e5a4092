using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Campaign.Demo.Api;

/// <summary>The access token of a machine client (OAuth 2 client credentials), renewed before it ends.</summary>
internal sealed class Token(HttpClient http, TimeProvider clock, string clientId, string secret)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private string? value;
    private DateTimeOffset renewAt;

    public async Task<string> Value()
    {
        if (value is not null && clock.GetUtcNow() < renewAt) return value;
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", secret)]);
        using var response = await http.PostAsync("connect/token", form);
        if (!response.IsSuccessStatusCode)
            throw new DemoFailure($"机器客户端“{clientId}”未能取得访问令牌（{(int)response.StatusCode}）：{await response.Content.ReadAsStringAsync()}");
        var granted = (await response.Content.ReadFromJsonAsync<Granted>())!;
        renewAt = clock.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn) - Margin;
        return value = granted.AccessToken;
    }

    public void Forget() => value = null;

    private sealed record Granted(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
