using Microsoft.EntityFrameworkCore;

namespace Campaign.Gateway.Accounts;

internal static class Epochs
{
    /// <summary>Ends every session of the account with the transaction. Counted by the database: two at once are two epochs.</summary>
    public static async Task BeginEpoch(this Account account, GatewayDb db, CancellationToken cancellation)
    {
        await db.Users.Where(user => user.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.Epoch, user => user.Epoch + 1), cancellation);
        await db.Entry(account).ReloadAsync(cancellation);
    }
}
