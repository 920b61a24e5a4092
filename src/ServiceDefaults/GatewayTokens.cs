using Campaign.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Campaign.ServiceDefaults;

/// <summary>What JwtBearer has to know to believe the gateway's tokens and no others.</summary>
internal sealed class GatewayTokens(IOptions<IdentityOptions> identity, KeySet keys, VerifiedTokens verified, TimeProvider clock)
    : IConfigureNamedOptions<JwtBearerOptions>
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan PauseBetweenFetches = TimeSpan.FromSeconds(5);

    public void Configure(string? name, JwtBearerOptions options) => Configure(options);

    public void Configure(JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = identity.Value.Issuer,
            ValidAudience = ServiceToken.Audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, until, _, _) => IsIn(from, until),
            NameClaimType = CampaignClaims.Subject,
            RoleClaimType = CampaignClaims.Role,
        };
        options.Events = new GatewayTokenEvents(keys, verified, clock);
        if (identity.Value.Jwks is { Length: > 0 } json)
            options.Configuration = KeySet.Read(json);
        else
            options.ConfigurationManager = FromGateway();
    }

    private ConfigurationManager<OpenIdConnectConfiguration> FromGateway()
    {
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = FreshFor }) { Timeout = Timeout };
        return new(identity.Value.KeySetAddress.ToString(), keys, new HttpDocumentRetriever(http) { RequireHttps = false })
        {
            AutomaticRefreshInterval = FreshFor,
            RefreshInterval = PauseBetweenFetches,
            // It would go on believing a key that the gateway has withdrawn.
            UseLastKnownGoodConfiguration = false,
        };
    }

    // By the clock of the service, which tells for how long a verified token is remembered too.
    private bool IsIn(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + ServiceToken.ClockSkew && (from is not { } begin || begin <= now + ServiceToken.ClockSkew);
    }
}
