using Campaign.Gateway.Audit;
using Campaign.Gateway.Tokens;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Accounts;

/// <summary>Lets the account choose a password, once and within its term; of the link itself only the hash is kept.</summary>
internal sealed record PasswordLink(string TokenHash, Guid AccountId, DateTimeOffset CreatedAt);

/// <param name="Link">For this person only; shown this once.</param>
internal sealed record PasswordLinkView(string Link, DateTimeOffset ExpiresAt);

internal sealed record NewPassword(string Password);

internal sealed class PasswordLinks(
    GatewayDb db, UserManager<Account> users, Guesses guesses, Sessions sessions, AuditTrail trail, IOptions<GatewayOptions> options,
    TimeProvider clock)
{
    public static readonly TimeSpan Term = TimeSpan.FromHours(24);

    /// <summary>Takes the place of one that was issued before.</summary>
    public async Task<PasswordLinkView> Issue(Account account, CancellationToken cancellation)
    {
        var (token, now) = (Secrets.New(), clock.GetUtcNow());
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.PasswordLinks.Where(link => link.AccountId == account.Id).ExecuteDeleteAsync(cancellation);
        db.PasswordLinks.Add(new(Secrets.Hash(token), account.Id, now));
        await db.SaveChangesAsync(cancellation);
        await trail.Record(db, AuditAction.PasswordLinkIssued, account.Subject, cancellation);
        await transaction.CommitAsync(cancellation);
        return new($"{options.Value.Authority}/password/{token}", now + Term);
    }

    public Task<bool> IsGood(string token, CancellationToken cancellation) => Good(token).AnyAsync(cancellation);

    /// <returns>Null when the link is over; a refused password leaves it good.</returns>
    public async Task<IdentityResult?> Use(string token, string password, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await Good(token).Select(link => (Guid?)link.AccountId).SingleOrDefaultAsync(cancellation) is not { } id) return null;
        // The second of two at once waits here for the first, and finds it gone.
        if (await Good(token).ExecuteDeleteAsync(cancellation) == 0) return null;
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellation) is not { } account) return null;

        var reset = await Set(account, password);
        if (!reset.Succeeded) return reset;
        await account.BeginEpoch(db, cancellation);
        await guesses.Forgive(account.UserName!, address: null, cancellation);
        await trail.Record(
            db, AuditAction.PasswordReset, account.Subject, detail: null, actor: account.Subject, cancellation);
        await transaction.CommitAsync(cancellation);
        sessions.Forget(account);
        return reset;
    }

    private async Task<IdentityResult> Set(Account account, string password)
    {
        await users.SetLockoutEndDateAsync(account, null);
        return await users.ResetPasswordAsync(account, await users.GeneratePasswordResetTokenAsync(account), password);
    }

    private IQueryable<PasswordLink> Good(string token)
    {
        var (hash, oldest) = (Secrets.Hash(token), clock.GetUtcNow() - Term);
        return db.PasswordLinks.Where(link => link.TokenHash == hash && link.CreatedAt > oldest);
    }
}
