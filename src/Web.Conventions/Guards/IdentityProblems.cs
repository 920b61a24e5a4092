using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>Says 401, 403 and "keys not there yet" as problem details instead of empty answers.</summary>
internal sealed class IdentityProblems : IAuthorizationMiddlewareResultHandler
{
    public const string SignInRequired = "sign-in-required";
    public const string TokenRefused = "token-refused";
    public const string RoleNotAllowed = "role-not-allowed";
    public const string StreetNotYours = "street-not-yours";
    public const string StreetCodeInvalid = "street-code-invalid";
    public const string IdentityUnavailable = "identity-unavailable";

    public Task HandleAsync(RequestDelegate next, HttpContext http, AuthorizationPolicy policy, PolicyAuthorizationResult result) =>
        result.Succeeded ? next(http) : Refusal(http, result).ExecuteAsync(http);

    private static IResult Refusal(HttpContext http, PolicyAuthorizationResult result)
    {
        if (http.Features.Get<UnjudgedToken>() is not null)
        {
            http.Response.Headers.RetryAfter = "2";
            return Problems.Of(503, IdentityUnavailable, "暂时无法核验登录凭证，请稍后重试。");
        }
        if (result.Challenged)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
            return http.Features.Get<RefusedToken>() is null
                ? Problems.Of(401, SignInRequired, "未登录，或请求中没有访问令牌。")
                : Problems.Of(401, TokenRefused, "访问令牌无效或已过期，请重新登录。");
        }
        return result.AuthorizationFailure?.FailureReasons.FirstOrDefault()?.Message switch
        {
            StreetCodeInvalid => Problems.Of(400, StreetCodeInvalid, "街道代码应为9位统计用区划代码。"),
            StreetNotYours => Problems.Of(403, StreetNotYours, "只能查看和办理本街道的事项。"),
            _ => Problems.Of(403, RoleNotAllowed, "您的岗位无权进行此项操作。"),
        };
    }
}

/// <summary>A request feature set by authentication when there was a token and it was no good: 401 says so.</summary>
public sealed class RefusedToken;

/// <summary>
/// A request feature set when a token could not be judged: 503, so that the caller comes back instead of logging in again.
/// </summary>
public sealed class UnjudgedToken;
