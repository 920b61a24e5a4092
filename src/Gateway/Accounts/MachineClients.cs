using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Core;

namespace Campaign.Gateway.Accounts;

/// <summary>OpenIddict's applications, and the secrets of those that were clients before it kept them.</summary>
internal sealed class MachineClients(
    IOpenIddictApplicationCache<MachineClient> cache, ILogger<OpenIddictApplicationManager<MachineClient>> logger,
    IOptionsMonitor<OpenIddictCoreOptions> options, IOpenIddictApplicationStore<MachineClient> store, GatewayDb db)
    : OpenIddictApplicationManager<MachineClient>(cache, logger, options, store)
{
    private static string? nobodysSecret;

    /// <summary>An earlier hash is replaced by OpenIddict's own at the first use of the secret.</summary>
    public override async ValueTask<bool> ValidateClientSecretAsync(
        MachineClient application, string secret, CancellationToken cancellationToken = default)
    {
        if (application.ClientSecret is not { } kept || !EarlierSecretHash.Is(kept))
            return await base.ValidateClientSecretAsync(application, secret, cancellationToken);
        if (!EarlierSecretHash.Matches(secret, kept)) return false;

        // Only where it is still the one just checked: an administrator may have made a new secret meanwhile.
        var renewed = await ObfuscateClientSecretAsync(secret, cancellationToken);
        await db.Clients.Where(client => client.Id == application.Id && client.ClientSecret == kept)
            .ExecuteUpdateAsync(set => set.SetProperty(client => client.ClientSecret, renewed), cancellationToken);
        application.ClientSecret = renewed;
        return true;
    }

    /// <summary>So that the time of a refusal does not tell which clients exist.</summary>
    public async Task SpendTheTimeOfACheck(string? secret, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(secret)) return;
        nobodysSecret ??= await ObfuscateClientSecretAsync(Secrets.New(), cancellation);
        await ValidateClientSecretAsync(secret, nobodysSecret, cancellation);
    }
}
