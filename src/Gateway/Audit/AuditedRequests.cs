using Campaign.Gateway.Tokens;

namespace Campaign.Gateway.Audit;

/// <summary>
/// Keeps what callers took away or asked for, with its outcome, before the first byte of the answer leaves: what cannot be recorded is not
/// handed out. Callers nobody knows are left out; they get nothing, and would fill the trail.
/// </summary>
internal sealed class AuditedRequests(RequestDelegate next, AuditLog log)
{
    public Task Invoke(HttpContext http)
    {
        if (http.Features.Get<CurrentSession>() is not null) http.Response.OnStarting(() => Record(http));
        return next(http);
    }

    private Task Record(HttpContext http)
    {
        var route = AuditedRoutes.Of(http.Request);
        var status = http.Response.StatusCode;
        var action = route?.Action ?? (AuditedRoutes.IsDocument(http.Response.ContentType) ? AuditAction.Export : null);
        if (action is not { } kept) return Task.CompletedTask;
        if (route is { OnlyRefusals: true } && status < StatusCodes.Status400BadRequest) return Task.CompletedTask;

        var target = $"{http.Request.Method} {http.Request.Path.ToUriComponent()}";
        return log.Append(AuditTrail.Of(http, kept, OutcomeOf(status), status, target));
    }

    private static AuditOutcome OutcomeOf(int status) => status switch
    {
        < StatusCodes.Status400BadRequest => AuditOutcome.Done,
        < StatusCodes.Status500InternalServerError => AuditOutcome.Refused,
        _ => AuditOutcome.Failed,
    };
}
