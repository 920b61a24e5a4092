using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Campaign.Web;

/// <summary>
/// What costs a service much, and how much of it one caller may have in the works at a time, over all routes of the kind. Beyond it he is
/// told to come back, and the others keep what is theirs. Counted by each instance.
/// </summary>
public sealed class CallerTurns : IRateLimiterPolicy<(string Rule, string Caller)>
{
    /// <summary>A workbook costs a hundred times what a form costs.</summary>
    public static readonly CallerTurns Workbooks = new(
        "workbook-in-progress", atMost: 1, "您上传的另一个工作簿还在处理，请等它完成后再上传。", retryAfterSeconds: "5");

    /// <summary>Files: a browser sends six at a time to one server.</summary>
    public static readonly CallerTurns Uploads = new(
        "uploads-in-progress", atMost: 6, "您同时上传的文件已有 6 个，请等其中一个完成后再上传。", retryAfterSeconds: "2");

    /// <summary>Files and maps made of whatever there is.</summary>
    public static readonly CallerTurns Exports = new(
        "exports-in-progress", atMost: 2, "您已有 2 个导出正在进行，请等其中一个完成后再试。", retryAfterSeconds: "5");

    /// <summary>Figures and reports that count through a whole period; a screen may ask for several at once.</summary>
    public static readonly CallerTurns Figures = new(
        "figures-in-progress", atMost: 8, "您已有 8 项统计正在计算，请等其中一项完成后再试。", retryAfterSeconds: "1");

    /// <summary>Systems that pull, or wait for what they have sent.</summary>
    public static readonly CallerTurns Pulls = new(
        "pulls-in-progress", atMost: 4, "您已有 4 个同类请求正在处理，请等其中一个完成后再试。", retryAfterSeconds: "1");

    private readonly int atMost;

    private CallerTurns(string rule, int atMost, string detail, string retryAfterSeconds)
    {
        (Rule, this.atMost) = (rule, atMost);
        OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = retryAfterSeconds;
            return new(Problems.Of(StatusCodes.Status429TooManyRequests, rule, detail).ExecuteAsync(rejected.HttpContext));
        };
    }

    /// <summary>By which one more is refused.</summary>
    public string Rule { get; }

    /// <inheritdoc/>
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; }

    /// <inheritdoc/>
    public RateLimitPartition<(string Rule, string Caller)> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetConcurrencyLimiter((Rule, httpContext.Caller().Id), _ => new() { PermitLimit = atMost });
}

public static class CallerTurnsExtensions
{
    /// <summary>A request takes one of its caller's turns until its answer is sent.</summary>
    public static RouteHandlerBuilder TakesTurn(this RouteHandlerBuilder route, CallerTurns turns) =>
        route.RequireRateLimiting(turns).WithMetadata(turns);
}
