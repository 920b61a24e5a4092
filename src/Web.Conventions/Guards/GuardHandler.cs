using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Web;

internal sealed class GuardRequirement : IAuthorizationRequirement;

/// <summary>Decides before the body is read; the reason it gives becomes the problem's rule.</summary>
internal sealed class GuardHandler : AuthorizationHandler<GuardRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, GuardRequirement requirement)
    {
        if (Refusal(context) is { } rule)
            context.Fail(new AuthorizationFailureReason(this, rule));
        else
            context.Succeed(requirement);
        return Task.CompletedTask;
    }

    private static string? Refusal(AuthorizationHandlerContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true }) return IdentityProblems.SignInRequired;
        if (context.Resource is not HttpContext http || http.GetEndpoint() is not { } endpoint) return IdentityProblems.RoleNotAllowed;

        var caller = context.User.ToCaller();
        if (endpoint.Metadata.GetMetadata<AllowedRoles>() is not { } allowed || !allowed.Roles.Any(role => caller.Is(role)))
            return IdentityProblems.RoleNotAllowed;
        if (endpoint.Metadata.GetMetadata<StreetScoped>() is null) return null;

        var street = http.GetRouteValue("street") as string;
        if (!Guards.IsStreetCode(street)) return IdentityProblems.StreetCodeInvalid;
        return caller.MaySee(street!) ? null : IdentityProblems.StreetNotYours;
    }
}
