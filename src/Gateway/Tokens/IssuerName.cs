using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Campaign.Gateway.Tokens;

/// <summary>The issuer is the configured address to the letter (RFC 8414 §3.3); OpenIddict by itself puts a slash at its end.</summary>
internal static class IssuerName
{
    public static void Add(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ApplyConfigurationResponseContext>(
            handler => handler.UseScopedHandler<InDiscovery>().SetOrder(int.MinValue));
        server.AddEventHandler<ProcessSignInContext>(handler => handler.UseScopedHandler<InTokens>()
            .SetOrder(OpenIddictServerHandlers.PrepareAccessTokenPrincipal.Descriptor.Order + 1));
    }

    private sealed class InDiscovery(IOptions<GatewayOptions> options) : IOpenIddictServerHandler<ApplyConfigurationResponseContext>
    {
        public ValueTask HandleAsync(ApplyConfigurationResponseContext context)
        {
            context.Response[OpenIddictConstants.Metadata.Issuer] = options.Value.Authority;
            return ValueTask.CompletedTask;
        }
    }

    private sealed class InTokens(IOptions<GatewayOptions> options) : IOpenIddictServerHandler<ProcessSignInContext>
    {
        public ValueTask HandleAsync(ProcessSignInContext context)
        {
            context.AccessTokenPrincipal?.SetClaim(OpenIddictConstants.Claims.Private.Issuer, options.Value.Authority);
            return ValueTask.CompletedTask;
        }
    }
}
