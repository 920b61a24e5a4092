using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OpenIddict.Server;

namespace Campaign.Gateway.Tokens;

/// <summary>Lets OpenIddict take up a changed key ring without a restart.</summary>
internal sealed class PublishedKeys(KeyRing keys) : IOptionsChangeTokenSource<OpenIddictServerOptions>
{
    public string Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => keys.Changed;
}
