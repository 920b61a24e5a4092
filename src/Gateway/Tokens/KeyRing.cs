using System.Data;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.Gateway.Tokens;

/// <summary>
/// The signing keys all instances share. A new key is published well before it signs, so that a service which asks an instance that has
/// not reloaded yet is never handed a token it cannot verify; an old one stays published until the last token it signed is over.
/// </summary>
internal sealed partial class KeyRing(
    IDbContextFactory<GatewayDb> databases, IDataProtectionProvider protection, TimeProvider clock, ILogger<KeyRing> logger) : IDisposable
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);
    internal static readonly TimeSpan PublishedAhead = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeptAfter = TimeSpan.FromDays(1);

    private sealed record Key(ECDsaSecurityKey Security, DateTimeOffset CreatedAt);

    private readonly IDataProtector protector = protection.CreateProtector("campaign signing keys");
    private volatile IReadOnlyList<Key> keys = [];
    private CancellationTokenSource changed = new();
    private string announced = "";

    public IEnumerable<ECDsaSecurityKey> Published => keys.Select(key => key.Security);

    public SigningCredentials Signing
    {
        get
        {
            var ripe = clock.GetUtcNow() - PublishedAhead;
            var key = keys.LastOrDefault(key => key.CreatedAt <= ripe) ?? keys[0];
            return new(key.Security, SecurityAlgorithms.EcdsaSha256);
        }
    }

    /// <summary>Fires once, when a key is added or gone or another one signs.</summary>
    public IChangeToken Changed => new CancellationChangeToken(Volatile.Read(ref changed).Token);

    /// <summary>Adds a key where the newest has come of age, then loads what is in use; called at start and every minute.</summary>
    public async Task Refresh(CancellationToken cancellation)
    {
        await using var db = await databases.CreateDbContextAsync(cancellation);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation);
        await db.Lock(Exclusive.AddSigningKey, cancellation);

        var now = clock.GetUtcNow();
        var oldest = now - Lifetime - PublishedAhead - KeptAfter;
        var stored = await db.SigningKeys.Where(key => key.CreatedAt > oldest).OrderBy(key => key.CreatedAt).ToListAsync(cancellation);
        var usable = stored.Select(Known).OfType<Key>().ToList();
        if (usable.Count == 0 || usable[^1].CreatedAt <= now - Lifetime)
        {
            var added = Create(now);
            db.SigningKeys.Add(added);
            await db.SaveChangesAsync(cancellation);
            usable.Add(Open(added));
        }
        await transaction.CommitAsync(cancellation);

        keys = usable;
        Announce();
    }

    public void Dispose() => changed.Dispose();

    private void Announce()
    {
        var state = string.Join(' ', Published.Select(key => key.KeyId).Append(Signing.Key.KeyId));
        if (string.Equals(state, announced, StringComparison.Ordinal)) return;
        announced = state;
        Interlocked.Exchange(ref changed, new()).Cancel();
    }

    private StoredKey Create(DateTimeOffset now)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(Guid.CreateVersion7().ToString("N"), now, protector.Protect(ecdsa.ExportPkcs8PrivateKey()));
    }

    private Key? Known(StoredKey stored)
    {
        if (keys.FirstOrDefault(key => key.Security.KeyId == stored.KeyId) is { } known) return known;
        try
        {
            return Open(stored);
        }
        catch (CryptographicException e)
        {
            // Of a database that came here without the key that wraps its keys: machines ask for new tokens, people sign in again.
            LogUnreadable(stored.KeyId, e.Message);
            return null;
        }
    }

    private Key Open(StoredKey stored)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportPkcs8PrivateKey(protector.Unprotect(stored.Protected), out _);
        return new(new ECDsaSecurityKey(ecdsa) { KeyId = stored.KeyId }, stored.CreatedAt);
    }

    [LoggerMessage(LogLevel.Warning, "签名密钥 {KeyId} 无法解开，不再使用：{Reason}")]
    private partial void LogUnreadable(string keyId, string reason);
}
