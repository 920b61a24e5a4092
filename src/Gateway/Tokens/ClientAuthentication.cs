using Campaign.Gateway.Accounts;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Campaign.Gateway.Tokens;

/// <summary>What OpenIddict does not know of clients here: disabled ones, and that a refusal must not tell which clients exist.</summary>
internal static class ClientAuthentication
{
    public static void Add(OpenIddictServerBuilder server)
    {
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseInlineHandler(RejectIncomplete).SetOrder(int.MinValue));
        server.AddEventHandler<ValidateTokenRequestContext>(handler => handler.UseScopedHandler<RejectUnusable>()
            .SetOrder(OpenIddictServerHandlers.Exchange.ValidateAuthentication.Descriptor.Order - 1));
        server.AddEventHandler<ApplyTokenResponseContext>(handler => handler.UseInlineHandler(SayTheSame).SetOrder(int.MinValue));
    }

    private static ValueTask RejectIncomplete(ValidateTokenRequestContext context)
    {
        var request = context.Request;
        if (request.GetParameters().Any(parameter => parameter.Value.Count > 1))
            context.Reject(Errors.InvalidRequest, "a parameter is repeated");
        // The database would refuse it as text.
        else if (request.ClientId?.Contains('\0', StringComparison.Ordinal) is true)
            context.Reject(Errors.InvalidRequest, "client_id contains U+0000");
        else if (request.IsClientCredentialsGrantType()
            && (string.IsNullOrEmpty(request.ClientId) || string.IsNullOrEmpty(request.ClientSecret)))
            context.Reject(Errors.InvalidClient);
        return ValueTask.CompletedTask;
    }

    private static ValueTask SayTheSame(ApplyTokenResponseContext context)
    {
        context.Response.ErrorUri = null;
        if (string.Equals(context.Response.Error, Errors.InvalidClient, StringComparison.Ordinal))
            context.Response.ErrorDescription = "unknown client, wrong secret or disabled";
        return ValueTask.CompletedTask;
    }

    private sealed class RejectUnusable(MachineClients clients) : IOpenIddictServerHandler<ValidateTokenRequestContext>
    {
        public async ValueTask HandleAsync(ValidateTokenRequestContext context)
        {
            if (context.Request.ClientId is not { Length: > 0 } id) return;
            if (await clients.FindByClientIdAsync(id, context.CancellationToken) is { Disabled: false }) return;

            await clients.SpendTheTimeOfACheck(context.Request.ClientSecret, context.CancellationToken);
            context.Reject(Errors.InvalidClient);
        }
    }
}
