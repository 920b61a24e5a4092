using System.Collections.Concurrent;
using Campaign.Web;

namespace Campaign.Inspections.Evidence;

/// <summary>How many files each caller is uploading here: up to a bound, so that nobody takes the lines and the disk of others.</summary>
internal sealed class UploadTurns(int most)
{
    private const string RetryAfterSeconds = "2";

    private readonly ConcurrentDictionary<string, int> underWay = new(StringComparer.Ordinal);

    public async ValueTask<object?> SomeAtATime(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var http = call.HttpContext;
        var caller = http.Caller().Id;
        if (!TryBegin(caller))
        {
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            return Problems.Of(
                StatusCodes.Status429TooManyRequests, "uploads-in-progress", $"您同时上传的文件已有 {most} 个，请等其中一个完成后再上传。");
        }

        try
        {
            return await next(call);
        }
        finally
        {
            End(caller);
        }
    }

    /// <summary>False for one too many; it does not count then.</summary>
    public bool TryBegin(string caller)
    {
        if (underWay.AddOrUpdate(caller, 1, (_, count) => count + 1) <= most) return true;
        End(caller);
        return false;
    }

    public void End(string caller)
    {
        underWay.AddOrUpdate(caller, 0, (_, count) => count - 1);
        underWay.TryRemove(new(caller, 0));
    }
}
