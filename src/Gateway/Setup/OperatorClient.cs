using Campaign.Gateway.Accounts;
using Campaign.Gateway.Audit;
using Campaign.Web;
using Microsoft.Extensions.Options;

namespace Campaign.Gateway.Setup;

/// <summary>
/// The machine client of whoever runs the installation (launcher, demo, bench): its secret is the one in the launcher's file.
/// </summary>
internal sealed partial class OperatorClient(
    GatewayDb db, MachineClients clients, IOptions<GatewayOptions> options, AuditTrail trail, ILogger<OperatorClient> logger)
{
    public const string ClientId = "operator";

    public async Task KeepInStep(CancellationToken cancellation)
    {
        if (options.Value.OperatorSecretFile is not { Length: > 0 } file) return;
        var secret = File.Exists(file) ? (await File.ReadAllTextAsync(file, cancellation)).Trim() : "";
        if (secret.Length < Secrets.MinLength)
        {
            LogUnusable(file, Secrets.MinLength);
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Lock(Exclusive.ChangeClients, cancellation);
        var known = await clients.FindByClientIdAsync(ClientId, cancellation);
        var client = known ?? MachineClient.Named(ClientId);
        client.DisplayName ??= "平台运维";
        // Whoever reads the file owns the installation: it opens accounts and gives them their rights, and reads no audit trail.
        // Shut by an administrator it stays shut until one opens it: that it should not be used is his to say.
        new Rights
        {
            Roles = [Role.SystemAdministrator, Role.SecurityAdministrator],
            Streets = [Caller.EveryStreet],
            Disabled = client.Disabled,
        }.GiveTo(client);
        if (known is null)
        {
            await clients.CreateAsync(client, secret, cancellation);
            await trail.Record(db, AuditAction.ClientCreated, client.Subject, cancellation);
        }
        else if (!await clients.ValidateClientSecretAsync(client, secret, cancellation))
        {
            client.Epoch++;
            await clients.UpdateAsync(client, secret, cancellation);
            await trail.Record(db, AuditAction.SecretRotated, client.Subject, cancellation);
        }
        else if (db.ChangeTracker.HasChanges())
        {
            await clients.UpdateAsync(client, cancellation);
            await trail.Record(db, AuditAction.RightsChanged, client.Subject, cancellation);
        }
        await transaction.CommitAsync(cancellation);
    }

    [LoggerMessage(LogLevel.Warning, "运维客户端的密钥文件 {File} 不存在或不足 {Length} 个字符，未启用")]
    private partial void LogUnusable(string file, int length);
}
