using Campaign.Web;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Campaign.ServiceDefaults;

/// <summary>Who calls a service, as the gateway vouches for it.</summary>
public static class CampaignIdentity
{
    /// <summary>
    /// Verifies the gateway's tokens by its published keys (section <c>Identity</c>, see <see cref="IdentityOptions"/>) and guards routes.
    /// WebApplication adds the two middlewares itself. No forwarded identity header is read.
    /// </summary>
    public static IServiceCollection AddCampaignIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IdentityOptions>().Bind(configuration.GetSection("Identity"))
            .Validate(options => Uri.IsWellFormedUriString(options.Authority, UriKind.Absolute),
                "Identity:Authority must be the gateway's address.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeySet>();
        services.AddSingleton<VerifiedTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, GatewayTokens>();
        return services.AddCampaignGuards();
    }
}

/// <summary>Configuration section <c>Identity</c> of a service.</summary>
public sealed class IdentityOptions
{
    /// <summary>Base address of the gateway; also the issuer every token must name.</summary>
    public string Authority { get; set; } = "";

    /// <summary>Where the keys are, when services reach the gateway at another address than its public one.</summary>
    public string? JwksAddress { get; set; }

    /// <summary>A fixed key set (JSON) instead of fetching one: tests, or a deployment that distributes keys itself.</summary>
    public string? Jwks { get; set; }

    /// <summary>The gateway writes its address without a slash at the end, however it is configured.</summary>
    internal string Issuer => Authority.TrimEnd('/');

    internal Uri KeySetAddress => new(JwksAddress ?? $"{Issuer}/.well-known/jwks.json");
}
