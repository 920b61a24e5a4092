using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>One id for everything that follows from a request: the caller's <c>X-Correlation-Id</c>, else the trace id.</summary>
internal sealed class Correlation(RequestDelegate next)
{
    public const string Header = "X-Correlation-Id";
    private const int MaxLength = 100;

    public async Task Invoke(HttpContext http)
    {
        var id = Of(http);
        http.Response.Headers[Header] = id;
        // An answer to an exception begins anew, without headers.
        http.Response.OnStarting(() =>
        {
            if (!http.Response.Headers.ContainsKey(Header)) http.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        CorrelationScope.Begin(id);
        await next(http);
    }

    public static string Of(HttpContext http)
    {
        var given = http.Request.Headers[Header].ToString();
        var usable = given.Length is > 0 and <= MaxLength && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or ':');
        return usable ? given : Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
    }
}
