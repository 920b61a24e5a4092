using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Antiforgery;

namespace Campaign.Gateway.Accounts;

/// <summary>A browser sends the cookie by itself; what changes something must also show the token only our own page can read.</summary>
internal sealed class AntiForgeryMiddleware(RequestDelegate next, IAntiforgery antiForgery)
{
    public async Task Invoke(HttpContext http)
    {
        var isAsked = http.Features.Get<CurrentSession>() is { ByCookie: true };
        if (!isAsked || await antiForgery.IsRequestValidAsync(http))
            await next(http);
        else
            await Problems.Of(400, "anti-forgery-token-invalid", "页面已过期，请刷新后重试。").ExecuteAsync(http);
    }
}
