using Campaign.Web;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.ServiceDefaults;

/// <summary>
/// Fetches the gateway's public keys for the configuration manager, which decides when. Not by way of the discovery document:
/// that names the keys at the gateway's public address, and a service may reach the gateway at another.
/// </summary>
internal sealed partial class KeySet(ILogger<KeySet> logger) : IConfigurationRetriever<OpenIdConnectConfiguration>
{
    private volatile bool isUpToDate = true;

    /// <summary>False since a fetch failed: whether a key exists that is not among the known ones cannot be said.</summary>
    public bool IsUpToDate => isUpToDate;

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
        string address, IDocumentRetriever retriever, CancellationToken cancel)
    {
        try
        {
            var published = Read(await retriever.GetDocumentAsync(address, cancel));
            isUpToDate = true;
            return published;
        }
        catch (Exception e)
        {
            isUpToDate = false;
            LogUnreachable(address, e.GetBaseException().Message);
            throw;
        }
    }

    public static OpenIdConnectConfiguration Read(string json)
    {
        var published = new OpenIdConnectConfiguration { JsonWebKeySet = new JsonWebKeySet(json) };
        foreach (var key in published.JsonWebKeySet.GetSigningKeys()) published.SigningKeys.Add(key);
        return published;
    }

    [LoggerMessage(LogLevel.Warning, "No signing keys from {Address}: {Reason}")]
    private partial void LogUnreachable(string address, string reason);
}
