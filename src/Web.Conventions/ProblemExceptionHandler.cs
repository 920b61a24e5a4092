using System.Text;
using System.Text.Json;
using Campaign.Documents;
using Campaign.EventStore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace Campaign.Web;

/// <summary>The one place where an exception becomes an answer.</summary>
internal sealed class ProblemExceptionHandler(ILogger<ProblemExceptionHandler> log) : IExceptionHandler
{
    public const string VersionStale = "version-stale";
    public const string VersionStaleText = "您看到的版本已不是最新，请刷新后再提交。";

    private const string RetryAfterSeconds = "5";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellation)
    {
        if (http.RequestAborted.IsCancellationRequested) return true;
        await Answer(http, exception).ExecuteAsync(http);
        return true;
    }

    private IResult Answer(HttpContext http, Exception exception) => exception switch
    {
        StreamVersionConflictException =>
            Problems.Of(StatusCodes.Status412PreconditionFailed, VersionStale, VersionStaleText),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(),
        BadHttpRequestException { InnerException: JsonException json } => Unreadable(http, json),
        BadHttpRequestException bad => Problems.Of(bad.StatusCode, "request-unreadable", "请求的地址、参数或正文格式不正确。"),
        UnreadableBodyException { Error: var error } => Problems.Of(StatusCodes.Status400BadRequest, error.Rule, error.Detail, [error]),
        InvalidCursorException => Problems.Of(
            StatusCodes.Status422UnprocessableEntity, InvalidCursorException.Error.Rule, InvalidCursorException.Error.Detail,
            [InvalidCursorException.Error]),
        WorkbookException workbook => Problems.Of(StatusCodes.Status422UnprocessableEntity, workbook.Rule, workbook.Message),
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            Problems.Of(StatusCodes.Status400BadRequest, StorableText.Rule, StorableText.Detail),
        UnstorableArgumentException or EncoderFallbackException =>
            Problems.Of(StatusCodes.Status400BadRequest, StorableText.Rule, StorableText.Detail),
        _ when IsUnavailable(exception) => Unavailable(http, exception),
        BrokerUnreachableException or OperationInterruptedException or PublishException => BrokerUnavailable(http, exception),
        _ => Unexpected(exception),
    };

    private static IResult TooLarge() =>
        Problems.Of(StatusCodes.Status413PayloadTooLarge, "body-too-large", "请求正文超过允许的大小。");

    private static IResult Unreadable(HttpContext http, JsonException json)
    {
        var pointer = JsonPointer.FromPath(json.Path);
        var notation = http.Features.Get<IBodyNotation>();
        var (rule, detail) = notation is null ? JsonRefusal.Of(json) : JsonRefusal.Of(json, notation.WrongType);
        var error = new FieldError(pointer, rule, detail);
        if (notation is not null) error = notation.Locate(error);
        return Problems.Of(StatusCodes.Status400BadRequest, rule, $"{error.Detail}位置：{pointer}", [error]);
    }

    private IResult Unavailable(HttpContext http, Exception exception)
    {
        log.LogWarning("Database unavailable: {Reason}", exception.Message);
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problems.Of(
            StatusCodes.Status503ServiceUnavailable, "database-unavailable", "数据库暂时无法访问，请稍后重试。提交的内容用原来的 Idempotency-Key 重发，不会重复办理。");
    }

    private IResult BrokerUnavailable(HttpContext http, Exception exception)
    {
        log.LogWarning("Broker unavailable: {Reason}", exception.Message);
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return Problems.Of(StatusCodes.Status503ServiceUnavailable, "broker-unavailable", "消息队列暂时无法访问，请稍后重试。");
    }

    private IResult Unexpected(Exception exception)
    {
        log.LogError(exception, "Unhandled");
        return Problems.Of(StatusCodes.Status500InternalServerError, "unexpected", "系统内部错误，已记录。");
    }

    private static bool IsUnavailable(Exception exception) => exception is NpgsqlException { IsTransient: true }
        or NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException or TimeoutException }
        or PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" or "3D000" };
}
