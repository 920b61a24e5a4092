using Campaign.Gateway.Tokens;
using Microsoft.Extensions.Primitives;

namespace Campaign.Gateway.Audit;

/// <summary>Says who asked from where, for acts that end in this database: the record is part of their transaction.</summary>
internal sealed class AuditTrail(IHttpContextAccessor accessor, TimeProvider clock)
{
    public Task Record(GatewayDb db, AuditAction action, string? target, CancellationToken cancellation) =>
        Record(db, action, target, detail: null, actor: null, cancellation);

    /// <param name="actor">Who did it, where that is not who is signed in: he just signs in, or shows a link.</param>
    public Task Record(
        GatewayDb db, AuditAction action, string? target, string? detail, string? actor, CancellationToken cancellation) =>
        AuditChain.Append(
            db, [Of(action, AuditOutcome.Done, StatusCodes.Status200OK, target, detail, actor)], clock.GetUtcNow(), cancellation);

    public AuditEvent Of(
        AuditAction action, AuditOutcome outcome, int status, string? target, string? detail = null, string? actor = null) =>
        accessor.HttpContext is { } http
            ? Of(http, action, outcome, status, target, detail, actor)
            : new(action, outcome, status, actor ?? AuditEvent.Gateway, null, target, detail, null);

    public static AuditEvent Of(
        HttpContext http, AuditAction action, AuditOutcome outcome, int status, string? target, string? detail = null,
        string? actor = null)
    {
        actor ??= http.Features.Get<CurrentSession>()?.Session.Caller.Id ?? AuditEvent.Nobody;
        var correlation = http.Response.Headers["X-Correlation-Id"];
        return new(
            action, outcome, status, actor, http.Connection.RemoteIpAddress?.ToString(), target, detail,
            StringValues.IsNullOrEmpty(correlation) ? null : correlation.ToString());
    }
}
