using Campaign.EventStore;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Campaign.Web;

/// <param name="Pointer">JSON pointer (RFC 6901) into the request body.</param>
/// <param name="Rule">Code of the rule that the field breaks.</param>
/// <param name="Detail">The sentence people read.</param>
/// <param name="Line">Where the body was in a notation of its own, such as YAML: the line of the field, from 1.</param>
/// <param name="Column">Its column in that line, from 1.</param>
public sealed record FieldError(string Pointer, string Rule, string Detail, int? Line = null, int? Column = null)
{
    public FieldError At(int line, int column) => this with { Detail = $"第{line}行第{column}列：{Detail}", Line = line, Column = column };
}

/// <summary>Refusals as RFC 9457 problem details: <c>type</c> is stable per rule, <c>errors[].pointer</c> names the field.</summary>
public static class Problems
{
    public const string TypePrefix = "urn:campaign:problem:";

    public static IResult Of(Refusal refusal)
    {
        FieldError[] errors = refusal.Pointer is { } pointer ? [new(pointer, refusal.Rule, refusal.Detail)] : [];
        return Of(StatusOf(refusal.Kind), refusal.Rule, refusal.Detail, errors);
    }

    /// <param name="counted">False where the errors were not all counted: there may be more.</param>
    public static IResult Of(IReadOnlyList<FieldError> errors, bool counted = true)
    {
        var many = counted ? $"{errors.Count} " : $"{ErrorList.Most} 多";
        var problem = Problem(StatusCodes.Status422UnprocessableEntity, "request-invalid", $"请求中有 {many}处不符合要求。");
        return new PlacedProblem(problem, errors, counted);
    }

    /// <param name="errors">What of them an answer holds (<see cref="ErrorList"/>) is listed; how many more there are is said.</param>
    public static IResult Of(int status, string rule, string detail, IReadOnlyList<FieldError>? errors = null)
    {
        var problem = Problem(status, rule, detail);
        return errors is { Count: > 0 } ? new PlacedProblem(problem, errors, counted: true) : TypedResults.Problem(problem);
    }

    private static ProblemDetails Problem(int status, string rule, string detail) =>
        new() { Status = status, Type = TypePrefix + rule, Title = TitleOf(status), Detail = detail };

    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
    };

    internal static string TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "请求无法读取",
        StatusCodes.Status401Unauthorized => "未登录或登录已失效",
        StatusCodes.Status403Forbidden => "没有权限",
        StatusCodes.Status404NotFound => "未找到",
        StatusCodes.Status409Conflict => "当前状态不允许",
        StatusCodes.Status412PreconditionFailed => "内容已被他人修改",
        StatusCodes.Status413PayloadTooLarge => "内容过大",
        StatusCodes.Status422UnprocessableEntity => "内容不符合要求",
        StatusCodes.Status429TooManyRequests => "请求过于频繁",
        StatusCodes.Status503ServiceUnavailable => "服务暂不可用",
        _ => "处理失败",
    };

    /// <summary>Only the request knows where in its body the fields stood.</summary>
    private sealed class PlacedProblem(ProblemDetails problem, IReadOnlyList<FieldError> errors, bool counted) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var list = ErrorList.Of(errors);
            problem.Extensions["errors"] = BodyNotation.Locate(httpContext, list.Shown);
            if (list.Omitted > 0)
            {
                problem.Detail = $"{problem.Detail?.TrimEnd('。')}，此处列出前 {list.Shown.Count} 处。";
                if (counted) problem.Extensions["errorsOmitted"] = list.Omitted;
            }

            return TypedResults.Problem(problem).ExecuteAsync(httpContext);
        }
    }
}
