using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Campaign.ServiceDefaults.Identity;

/// <summary>Two doors: <see cref="AddCampaignIdentity"/> for services; <see cref="AddCampaignGuards"/> for who authenticates itself.</summary>
public static class CampaignIdentity
{
    /// <summary>
    /// Verifies the gateway's tokens by its published keys (section <c>Identity</c>, see <see cref="IdentityOptions"/>) and guards routes.
    /// WebApplication adds the two middlewares itself. No forwarded identity header is read.
    /// </summary>
    public static IServiceCollection AddCampaignIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<IdentityOptions>().Bind(configuration.GetSection("Identity"))
            .Validate(options => Uri.IsWellFormedUriString(options.Authority, UriKind.Absolute), "Identity:Authority must be the gateway's address.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<KeySet>();
        services.AddSingleton<VerifiedTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddSingleton<IConfigureOptions<JwtBearerOptions>, GatewayTokens>();
        return services.AddCampaignGuards();
    }

    /// <summary><c>Allow</c>, <c>MapStreet</c>, <c>MapDistrict</c>, their problem details and the start-up check.</summary>
    public static IServiceCollection AddCampaignGuards(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder()
            .AddPolicy(AllowedRoles.PolicyName, policy => policy.AddRequirements(new GuardRequirement()));
        services.AddSingleton<IAuthorizationHandler, GuardHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, IdentityProblems>();
        services.AddSingleton<IStartupFilter, GuardCheck>();
        return services;
    }
}
