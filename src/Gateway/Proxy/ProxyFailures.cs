using Campaign.Web;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace Campaign.Gateway.Proxy;

/// <summary>
/// What cannot be sent on is refused here and counts against no service; a service that cannot be reached is a 503 to come back to.
/// </summary>
internal sealed class ProxyFailures(RequestDelegate next)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

    public async Task Invoke(HttpContext http)
    {
        if (Unforwardable(http) is { } refusal)
        {
            await refusal.ExecuteAsync(http);
            return;
        }

        if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            await TooLarge().ExecuteAsync(http);
            return;
        }

        await next(http);
        if (http.GetForwarderErrorFeature() is { } failure && !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
            await Answer(http, failure).ExecuteAsync(http);
    }

    /// <summary>
    /// A method that no service has (CONNECT), or a header that HTTP clients do not send: forwarding it would fail as if the service were
    /// away.
    /// </summary>
    private static IResult? Unforwardable(HttpContext http)
    {
        if (!Methods.Contains(http.Request.Method, StringComparer.Ordinal))
        {
            http.Response.Headers.Allow = string.Join(", ", Methods);
            return Problems.Of(405, "method-not-allowed", "这个地址不支持该请求方法。");
        }

        if (http.Request.Headers.FirstOrDefault(header => header.Value.Any(value => !IsPlain(value))) is not { Key: { } name }) return null;
        FieldError error = new($"/{JsonPointer.Escape(name)}", "header-invalid", $"请求头“{name}”只能含英文字母、数字和符号；其他文字须先编码。");
        return Problems.Of(400, error.Rule, error.Detail, [error]);
    }

    private static bool IsPlain(string? value) => value is null || value.All(c => c is (>= ' ' and <= '~') or '\t');

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
