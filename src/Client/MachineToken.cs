using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Campaign.Client;

/// <summary>The access token of a machine client at the gateway (OAuth 2 client credentials), renewed before it ends.</summary>
/// <param name="gateway">Its base address is the gateway's.</param>
public sealed class MachineToken(HttpClient gateway, TimeProvider clock, string clientId, string secret)
{
    private const string Path = "connect/token";
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);
    private string? value;
    private DateTimeOffset renewAt;

    /// <exception cref="TokenRefusedException">The gateway does not know the client, or not by this secret.</exception>
    public async Task<string> Value(CancellationToken cancellation = default)
    {
        if (value is not null && clock.GetUtcNow() < renewAt) return value;
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", clientId), new("client_secret", secret)]);
        using var answer = await gateway.PostAsync(Path, form, cancellation);
        if (!answer.IsSuccessStatusCode)
            throw new TokenRefusedException(clientId, (int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        var granted = (await answer.Content.ReadFromJsonAsync<Granted>(cancellation))!;
        renewAt = clock.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn) - Margin;
        return value = granted.AccessToken;
    }

    /// <summary>It was refused before its time: the next one asked for is new.</summary>
    public void Forget() => value = null;

    private sealed record Granted(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
