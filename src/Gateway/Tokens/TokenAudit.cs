using Campaign.Gateway.Accounts;
using Campaign.Gateway.Audit;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Campaign.Gateway.Tokens;

/// <summary>Every token given, and every request for one that was refused, before it is answered.</summary>
internal static class TokenAudit
{
    public static void Add(OpenIddictServerBuilder server) =>
        server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseScopedHandler<Record>().SetOrder(int.MinValue + 1));

    private sealed class Record(MachineClients clients, AuditLog log, AuditTrail trail)
        : IOpenIddictServerHandler<ApplyTokenResponseContext>
    {
        public async ValueTask HandleAsync(ApplyTokenResponseContext context)
        {
            // What is no client's id may be anything, a secret in the wrong field too.
            var id = context.Request?.ClientId;
            var isKnown = id is { Length: > 0 and < 100 } && !id.Contains('\0', StringComparison.Ordinal)
                && await clients.FindByClientIdAsync(id, context.CancellationToken) is not null;
            var actor = isKnown ? MachineClient.SubjectPrefix + id : AuditEvent.Nobody;
            var (outcome, status) = context.Response.Error switch
            {
                null => (AuditOutcome.Done, StatusCodes.Status200OK),
                OpenIddictConstants.Errors.InvalidClient => (AuditOutcome.Refused, StatusCodes.Status401Unauthorized),
                _ => (AuditOutcome.Refused, StatusCodes.Status400BadRequest),
            };
            await log.Append(trail.Of(AuditAction.TokenIssued, outcome, status, target: null, context.Response.Error, actor));
        }
    }
}
