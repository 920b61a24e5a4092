using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Campaign.Web;

public static class GuardServices
{
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
