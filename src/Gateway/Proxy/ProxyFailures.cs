using Campaign.Web;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Campaign.Gateway.Proxy;

/// <summary>A body too large is refused before it is sent on; a service that cannot be reached is a 503 to come back to.</summary>
internal sealed class ProxyFailures(RequestDelegate next)
{
    public async Task Invoke(HttpContext http)
    {
        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            await TooLarge().ExecuteAsync(http);
            return;
        }

        await next(http);
        if (http.GetForwarderErrorFeature() is { } failure && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
            await Answer(http, failure).ExecuteAsync(http);
    }

    private static IResult Answer(HttpContext http, IForwarderErrorFeature failure)
    {
        http.Response.Clear();
        switch (failure)
        {
            case
            {
                Exception: BadHttpRequestException { StatusCode: 413 }
                or { InnerException: BadHttpRequestException { StatusCode: 413 } }
            }:
                return TooLarge();
            case { Error: ForwarderError.RequestTimedOut }:
                return Problems.Of(504, "service-timeout", "服务未能按时答复，请查询结果后再重试。");
            case { Error: ForwarderError.RequestBodyClient }:
                return Problems.Of(400, "request-unreadable", "请求正文不完整。");
            default:
                http.Response.Headers.RetryAfter = "5";
                return Problems.Of(503, "service-unavailable", "服务暂时无法访问，请稍后重试。");
        }
    }

    private static IResult TooLarge() => Problems.Of(413, "body-too-large", "请求正文超过允许的大小。");
}
