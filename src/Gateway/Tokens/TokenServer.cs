using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Campaign.Documents;
using Campaign.Gateway.Accounts;
using Campaign.Web;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Campaign.Gateway.Tokens;

/// <summary>OpenIddict as machines see it: client credentials (RFC 6749 §4.4), discovery document and key set.</summary>
internal static class TokenServer
{
    private const string TokenPath = "/connect/token";

    public static void AddTokenServer(this IServiceCollection services)
    {
        services.AddOpenIddict()
            .AddCore(core => core
                .ReplaceApplicationManager<MachineClient, MachineClients>()
                .UseEntityFrameworkCore().UseDbContext<GatewayDb>()
                .ReplaceDefaultEntities<MachineClient, ClientAuthorization, ClientScope, ClientToken, Guid>())
            .AddServer(server =>
            {
                server.SetTokenEndpointUris(TokenPath)
                    .SetConfigurationEndpointUris("/.well-known/openid-configuration")
                    .SetJsonWebKeySetEndpointUris("/.well-known/jwks.json")
                    .AllowClientCredentialsFlow()
                    .SetAccessTokenLifetime(AccessToken.Lifetime)
                    .DisableAccessTokenEncryption()
                    // Nothing asks for: OpenIddict wants one for grants that are not allowed here.
                    .AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)))
                    // What a token is good for is looked up when it is used: no scopes, and no row for each token.
                    .DisableScopeValidation().IgnoreScopePermissions()
                    .DisableTokenStorage().DisableAuthorizationStorage();
                // Plain HTTP on loopback, or behind the proxy that ends TLS.
                server.UseAspNetCore().DisableTransportSecurityRequirement().SetRealm("campaign");
                server.AddEventHandler<HandleTokenRequestContext>(handler => handler.UseScopedHandler<Grant>());
                ClientAuthentication.Add(server);
                TokenAudit.Add(server);
                IssuerName.Add(server);
            });
        services.AddScoped(scope => (MachineClients)scope.GetRequiredService<OpenIddictApplicationManager<MachineClient>>());
        services.AddSingleton<KeyRing>().AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>, PublishedKeys>();
        services.AddOptions<OpenIddictServerOptions>().Configure<KeyRing, IOptions<GatewayOptions>>((server, keys, gateway) =>
        {
            server.Issuer = new Uri(gateway.Value.Authority);
            // The first one signs.
            server.SigningCredentials.AddRange(keys.Published.OrderByDescending(key => key == keys.Signing.Key)
                .Select(key => new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256)));
        });
    }

    /// <summary>OpenIddict answers within authentication: what must come before goes here, as slowing down who guesses secrets.</summary>
    public static void UseTokenServer(this WebApplication app) => app.UseWhen(
        http => http.Request.Path.StartsWithSegments(TokenPath, StringComparison.OrdinalIgnoreCase),
        token => token.UseRateLimiter().Use(RefuseUnreadable));

    /// <summary>For the interface's description and the rate limit; OpenIddict has answered before routing gets here.</summary>
    public static void Map(WebApplication app) =>
        app.MapPost(TokenPath, () => Results.NotFound()).AllowAnonymous().RequireRateLimiting(Proxy.RateLimits.Token)
            .WithTags("Tokens").WithName("IssueToken").WithSummary("机器客户端换取令牌").DisableAntiforgery()
            .AddOpenApiOperationTransformer(TokenDocument.Describe);

    private static async Task RefuseUnreadable(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (http.Request.HasFormContentType && !IsStorable(await http.Request.ReadFormAsync(http.RequestAborted)))
                throw new InvalidDataException(StorableText.Rule);
        }
        catch (InvalidDataException)
        {
            http.Response.Headers.CacheControl = "no-store";
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(new { error = Errors.InvalidRequest, error_description = "the form cannot be read" });
            return;
        }
        await next(http);
    }

    private static bool IsStorable(IFormCollection form) =>
        form.All(field => WellFormedText.Is(field.Key) && field.Value.All(value => WellFormedText.Is(value ?? "")));

    private sealed class Grant(MachineClients clients) : IOpenIddictServerHandler<HandleTokenRequestContext>
    {
        public async ValueTask HandleAsync(HandleTokenRequestContext context)
        {
            // The one that was authenticated: a secret rotated meanwhile leaves this token in the epoch that is over.
            var client = await clients.FindByClientIdAsync(context.ClientId!, context.CancellationToken);
            var holder = new ClaimsIdentity("client-credentials", Claims.Subject, Claims.Role);
            holder.SetClaim(Claims.Subject, MachineClient.SubjectPrefix + context.ClientId)
                .SetClaim(AccessToken.EpochClaim, client!.Epoch.ToString(CultureInfo.InvariantCulture))
                .SetDestinations(_ => [Destinations.AccessToken]).SetResources(AccessToken.Audience);
            context.SignIn(new ClaimsPrincipal(holder));
        }
    }
}
