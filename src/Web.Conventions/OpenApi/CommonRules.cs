using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>The rules that refuse before or behind a handler, so that no handler names them.</summary>
internal static class CommonRules
{
    public static IReadOnlyList<string> Of(int status, IList<object> metadata) => status switch
    {
        StatusCodes.Status401Unauthorized => [IdentityProblems.SignInRequired, IdentityProblems.TokenRefused],
        StatusCodes.Status403Forbidden when metadata.OfType<StreetScoped>().Any() =>
            [IdentityProblems.RoleNotAllowed, IdentityProblems.StreetNotYours],
        StatusCodes.Status403Forbidden when metadata.OfType<AllowedRoles>().Any() => [IdentityProblems.RoleNotAllowed],
        StatusCodes.Status412PreconditionFailed => [ProblemExceptionHandler.VersionStale],
        _ => [],
    };
}
