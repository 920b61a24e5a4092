using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;

namespace Campaign.Web;

/// <param name="KeyId">Of the key that signed it.</param>
/// <param name="GoodUntil">The end of the token's time, what clocks may differ by included.</param>
public sealed record VerifiedToken(ClaimsIdentity Identity, string? KeyId, DateTimeOffset GoodUntil);

/// <summary>Tokens whose signature has been verified: that costs more than all else that is done to know a caller.</summary>
public sealed class VerifiedTokens : IDisposable
{
    private const int Most = 10_000;

    private readonly MemoryCache known = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <returns>Null for a token that is not known or whose time is over; whether its key still holds is for the caller to see.</returns>
    public VerifiedToken? Find(string token, DateTimeOffset now) =>
        known.TryGetValue(token, out VerifiedToken? verified) && now < verified!.GoodUntil ? verified : null;

    /// <summary>Keeps a token that has been verified until its time is over, or until too many others came after it.</summary>
    public void Remember(string token, VerifiedToken verified) =>
        known.Set(token, verified, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = verified.GoodUntil });

    /// <inheritdoc/>
    public void Dispose() => known.Dispose();
}
