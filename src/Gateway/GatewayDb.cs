using Campaign.Gateway.Accounts;
using Campaign.Gateway.Setup;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Gateway;

internal sealed class GatewayDb(DbContextOptions<GatewayDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<MachineClient> Clients => Set<MachineClient>();

    public DbSet<StoredKey> SigningKeys => Set<StoredKey>();

    public DbSet<StoredProtectionKey> ProtectionKeys => Set<StoredProtectionKey>();

    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts").Ignore(a => a.Subject);
            RolesByName(account);
        });
        builder.UseOpenIddict<MachineClient, ClientAuthorization, ClientScope, ClientToken, Guid>();
        builder.Entity<MachineClient>(client =>
        {
            client.ToTable("clients").Ignore(c => c.Subject);
            RolesByName(client);
        });
        builder.Entity<StoredKey>().ToTable("signing_keys").HasKey(key => key.KeyId);
        builder.Entity<StoredProtectionKey>().ToTable("protection_keys").HasKey(key => key.Name);
        builder.Entity<SetupLink>().ToTable("setup_links").HasKey(link => link.TokenHash);
    }

    private static void RolesByName<T>(EntityTypeBuilder<T> owner) where T : class, IHasRights =>
        owner.PrimitiveCollection<List<Role>>(nameof(IHasRights.Roles)).ElementType().HasConversion<string>();

    /// <summary>Accounts that can administer: as long as there is none, the set-up link is on offer.</summary>
    public IQueryable<Account> Administrators() => Users.Where(account => !account.Disabled && account.Roles.Contains(Role.Administrator));

    /// <summary>One instance at a time, until the transaction ends.</summary>
    public Task Lock(Exclusive what, CancellationToken cancellation) =>
        Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({(long)what})", cancellation);
}

/// <summary>What instances of the gateway must not do at the same time; the numbers are advisory lock ids in its own database.</summary>
internal enum Exclusive
{
    Migrate = 71001,
    AddSigningKey = 71002,
    ChangeAdministrators = 71003,
    ChangeClients = 71004,
}
