using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OtpNet;

namespace Campaign.Gateway.Accounts;

/// <summary>
/// RFC 6238 as authenticator apps do it: six digits, 30 seconds, one step to either side. The secret lies encrypted, recovery codes as
/// hashes; a code and a recovery code are each good once, which the database decides.
/// </summary>
internal sealed class SecondFactor(GatewayDb db, IDataProtectionProvider protection, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private const int SecretBytes = 20;
    private const int RecoveryCodes = 10;
    private const int RecoveryCodeBytes = 10;

    private readonly IDataProtector protector = protection.CreateProtector("campaign second factor");

    /// <summary>A new secret, of no use until <see cref="Enroll"/> has seen a code of it; null where there is one in use.</summary>
    public async Task<(string Secret, string Uri)?> Begin(Account account, CancellationToken cancellation)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var kept = protector.Protect(secret);
        var begun = await db.Users.Where(user => user.Id == account.Id && !user.TwoFactorEnabled)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.TotpSecret, kept), cancellation);
        if (begun == 0) return null;
        var uri = new OtpUri(OtpType.Totp, secret, account.UserName, $"创卫平台 {new Uri(options.Value.Authority).Host}");
        return (Base32Encoding.ToString(secret), uri.ToString());
    }

    /// <summary>In the caller's transaction.</summary>
    /// <returns>The recovery codes, shown this once; null for a wrong code.</returns>
    public async Task<IReadOnlyList<string>?> Enroll(Account account, string code, CancellationToken cancellation)
    {
        if (account.TwoFactorEnabled || !await TakeCode(account, code, cancellation)) return null;
        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => NewRecoveryCode())];
        List<string> hashes = [.. codes.Select(HashOf)];
        await db.Users.Where(user => user.Id == account.Id && !user.TwoFactorEnabled).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.TwoFactorEnabled, true).SetProperty(user => user.RecoveryCodes, hashes), cancellation);
        return codes;
    }

    /// <returns>Whether it was a code of now, or a recovery code, and not used before.</returns>
    public async Task<bool> Take(Account account, string code, CancellationToken cancellation) =>
        await TakeCode(account, code, cancellation) || await TakeRecoveryCode(account, code, cancellation);

    public Task Remove(Account account, CancellationToken cancellation) =>
        db.Users.Where(user => user.Id == account.Id).ExecuteUpdateAsync(
            set => set.SetProperty(user => user.TwoFactorEnabled, false).SetProperty(user => user.TotpSecret, (byte[]?)null)
                .SetProperty(user => user.RecoveryCodes, new List<string>()), cancellation);

    private async Task<bool> TakeCode(Account account, string code, CancellationToken cancellation)
    {
        if (account.TotpSecret is null) return false;
        var totp = new Totp(protector.Unprotect(account.TotpSecret));
        var now = clock.GetUtcNow().UtcDateTime;
        if (!totp.VerifyTotp(now, code.Trim(), out var step, VerificationWindow.RfcSpecifiedNetworkDelay)) return false;
        return await db.Users.Where(user => user.Id == account.Id && user.TotpStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.TotpStep, step), cancellation) == 1;
    }

    private async Task<bool> TakeRecoveryCode(Account account, string code, CancellationToken cancellation)
    {
        var hash = HashOf(code);
        return await db.Database.ExecuteSqlAsync(
            $"""
             UPDATE accounts SET "RecoveryCodes" = array_remove("RecoveryCodes", {hash})
             WHERE "Id" = {account.Id} AND {hash} = ANY ("RecoveryCodes")
             """, cancellation) == 1;
    }

    private static string NewRecoveryCode() => string.Join(
        '-', Base32Encoding.ToString(RandomNumberGenerator.GetBytes(RecoveryCodeBytes)).Chunk(4).Select(four => new string(four)));

    private static string HashOf(string code) =>
        Secrets.Hash($"recovery {code.Replace("-", "", StringComparison.Ordinal).Trim().ToUpperInvariant()}");
}
