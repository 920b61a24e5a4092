using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;

namespace Campaign.ServiceDefaults.Identity;

/// <param name="KeyId">Of the key that signed it.</param>
internal sealed record VerifiedToken(ClaimsIdentity Identity, string? KeyId, DateTimeOffset GoodUntil);

/// <summary>Tokens whose signature has been verified: that costs more than all else that is done to know a caller.</summary>
internal sealed class VerifiedTokens : IDisposable
{
    private const int Most = 10_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    public VerifiedToken? Find(string token, DateTimeOffset now) =>
        known.TryGetValue(token, out VerifiedToken? verified) && now < verified!.GoodUntil ? verified : null;

    public void Remember(string token, VerifiedToken verified) =>
        known.Set(token, verified, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = verified.GoodUntil });

    public void Dispose() => known.Dispose();
}
