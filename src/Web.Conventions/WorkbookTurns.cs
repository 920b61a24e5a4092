using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Campaign.Web;

/// <summary>Who has a workbook in the works here: of each caller one at a time.</summary>
internal sealed class WorkbookTurns
{
    private const string RetryAfterSeconds = "5";

    private readonly ConcurrentDictionary<string, bool> atWork = new(StringComparer.Ordinal);

    public async ValueTask<object?> OneAtATime(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var caller = http.Caller().Id;
        if (!atWork.TryAdd(caller, true))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(StatusCodes.Status429TooManyRequests, "workbook-in-progress", "您上传的另一个工作簿还在处理，请等它完成后再上传。");
        }

        try
        {
            return await next(call);
        }
        finally
        {
            atWork.TryRemove(caller, out _);
        }
    }
}
