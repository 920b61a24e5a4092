using System.Text.RegularExpressions;
using Campaign.Gateway.Audit;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Accounts;

internal sealed record PutClient : Rights
{
    public string Description { get; init; } = "";
}

/// <param name="ClientSecret">Only in the answer that made it; kept nowhere.</param>
internal sealed record ClientView(
    string ClientId, string Description, IReadOnlyList<Role> Roles, IReadOnlyList<string> Streets,
    IReadOnlyList<string> Units, bool Disabled,
    string? ClientSecret = null)
{
    public static ClientView Of(MachineClient c, string? secret = null) =>
        new(c.ClientId!, c.DisplayName ?? "", c.Roles, c.Streets, c.Units, c.Disabled, secret);
}

internal sealed partial class AdministerClients(GatewayDb db, MachineClients store, Sessions sessions, AuditTrail trail)
{
    public static void Map(RouteGroupBuilder admin)
    {
        var clients = admin.MapGroup("/clients").WithTags("Clients");
        clients.MapGet("/", async (GatewayDb db) =>
            (await db.Clients.AsNoTracking().OrderBy(client => client.ClientId).ToListAsync()).Select(client => ClientView.Of(client)))
                .WithName("ListClients").WithSummary("机器客户端");
        clients.MapPut("/{clientId}", (string clientId, PutClient put, AdministerClients administration, HttpContext http) =>
            administration.Put(clientId, put, http.Caller(), http.RequestAborted)).WithName("PutClient").WithSummary("新增或修改机器客户端")
            .Produces<ClientView>().Produces<ClientView>(201);
        // No Idempotency-Key: replaying the answer would mean keeping the secret. Asking again simply makes another one.
        clients.MapPost("/{clientId}/secret", (string clientId, AdministerClients administration, HttpContext http) =>
            administration.Rotate(clientId, http.Caller(), http.RequestAborted)).Allow(Role.SecurityAdministrator)
            .WithName("RotateClientSecret").WithSummary("更换机器客户端密钥").Produces<ClientView>();
    }

    private async Task<IResult> Put(string clientId, PutClient put, Caller granter, CancellationToken cancellation)
    {
        if (!ClientIds().IsMatch(clientId))
            return Problems.Of(422, "client-id-invalid", "客户端编号由小写字母、数字和连字符组成，2至63位。");
        if (put.Errors() is { Count: > 0 } errors) return Problems.Of(errors);
        if (put.Description is not { Length: <= 200 }) return Problems.Of([new("/description", "description-invalid", "说明不超过200字。")]);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.ChangeClients, cancellation);
        var client = await store.FindByClientIdAsync(clientId, cancellation);
        if (Granting.Refusal(granter, client?.Subject, client, put) is { } refused) return refused;
        var secret = client is null ? Secrets.New() : null;
        var (changesRights, closes) = (put.Changes(client), client is not null && put.Disabled != client.Disabled);
        var describes = !string.Equals(client?.DisplayName, put.Description, StringComparison.Ordinal);
        client ??= MachineClient.Named(clientId);
        client.DisplayName = put.Description;
        put.GiveTo(client);
        if (secret is null && (changesRights || closes)) client.Epoch++;
        await (secret is null ? store.UpdateAsync(client, cancellation) : store.CreateAsync(client, secret, cancellation));
        var action = secret is not null ? AuditAction.ClientCreated : changesRights ? AuditAction.RightsChanged : AuditAction.ClientChanged;
        if (secret is not null || changesRights || closes || describes)
            await trail.Record(
                db, action, client.Subject, put.Summary(), actor: null, cancellation);
        await transaction.CommitAsync(cancellation);
        sessions.Forget(client);
        return secret is null
            ? TypedResults.Ok(ClientView.Of(client))
            : TypedResults.Created($"/api/admin/clients/{clientId}", ClientView.Of(client, secret));
    }

    private async Task<IResult> Rotate(string clientId, Caller granter, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.ChangeClients, cancellation);
        if (!ClientIds().IsMatch(clientId) || await store.FindByClientIdAsync(clientId, cancellation) is not { } client)
            return Problems.Of(404, "client-unknown", "没有这个客户端。");
        if (Granting.OutOfReach(granter, client) is { } outOfReach) return outOfReach;
        var secret = Secrets.New();
        client.Epoch++;
        await store.UpdateAsync(client, secret, cancellation);
        await trail.Record(db, AuditAction.SecretRotated, client.Subject, cancellation);
        await transaction.CommitAsync(cancellation);
        sessions.Forget(client);
        return TypedResults.Ok(ClientView.Of(client, secret));
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,62}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex ClientIds();
}
