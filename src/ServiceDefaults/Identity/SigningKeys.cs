using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.ServiceDefaults.Identity;

/// <summary>
/// The gateway's public keys. Fetched when a token names an unknown one and now and then afterwards, so that a service may start
/// before its gateway and a retired key stops working; never more often than every few seconds, whatever callers send.
/// </summary>
internal sealed partial class SigningKeys(
    IOptions<IdentityOptions> options, IHttpClientFactory clients, TimeProvider clock, ILogger<SigningKeys> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PauseAfterFetch = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private sealed record KeySet(IList<SecurityKey> Keys, DateTimeOffset FetchedAt)
    {
        public bool Has(string? kid) => Keys.Any(key => string.Equals(key.KeyId, kid, StringComparison.Ordinal));
    }

    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly bool isFixed = options.Value.Jwks is { Length: > 0 };
    private DateTimeOffset failedAt = DateTimeOffset.MinValue;
    private volatile KeySet? current =
        options.Value.Jwks is { Length: > 0 } json ? new(new JsonWebKeySet(json).GetSigningKeys(), DateTimeOffset.MaxValue) : null;

    public IEnumerable<SecurityKey> Named(string? kid) =>
        current?.Keys.Where(key => string.Equals(key.KeyId, kid, StringComparison.Ordinal)) ?? [];

    /// <returns>False when it cannot be known whether a key of this name exists, because the gateway does not answer.</returns>
    public async ValueTask<bool> Ensure(string? kid, CancellationToken cancellation)
    {
        if (isFixed || IsFresh(kid)) return true;
        await gate.WaitAsync(cancellation);
        try
        {
            if (IsFresh(kid)) return true;
            var now = clock.GetUtcNow();
            if (now - failedAt < PauseAfterFailure) return current?.Has(kid) ?? false;
            if (current is { } keys && now - keys.FetchedAt < PauseAfterFetch) return true;
            return await Fetch(cancellation) || (current?.Has(kid) ?? false);
        }
        finally
        {
            gate.Release();
        }
    }

    private bool IsFresh(string? kid) =>
        current is { } keys && keys.Has(kid) && clock.GetUtcNow() - keys.FetchedAt < FreshFor;

    private async Task<bool> Fetch(CancellationToken cancellation)
    {
        var address = options.Value.KeySetAddress;
        try
        {
            using var client = clients.CreateClient(nameof(SigningKeys));
            client.Timeout = Patience;
            var json = await client.GetStringAsync(address, cancellation);
            current = new(new JsonWebKeySet(json).GetSigningKeys(), clock.GetUtcNow());
            return true;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or ArgumentException && !cancellation.IsCancellationRequested)
        {
            failedAt = clock.GetUtcNow();
            LogUnreachable(address, e.Message);
            return false;
        }
    }

    public void Dispose() => gate.Dispose();

    [LoggerMessage(LogLevel.Warning, "No signing keys from {Address}: {Reason}")]
    private partial void LogUnreachable(Uri address, string reason);
}
