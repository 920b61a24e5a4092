using Campaign.Gateway.Accounts;
using Campaign.Gateway.Audit;
using Campaign.Gateway.Setup;
using Campaign.Gateway.Tokens;
using Campaign.Web;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Campaign.Gateway;

internal sealed class GatewayDb(DbContextOptions<GatewayDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<MachineClient> Clients => Set<MachineClient>();

    public DbSet<StoredKey> SigningKeys => Set<StoredKey>();

    public DbSet<StoredProtectionKey> ProtectionKeys => Set<StoredProtectionKey>();

    public DbSet<SetupLink> SetupLinks => Set<SetupLink>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<SignInSession> Sessions => Set<SignInSession>();

    public DbSet<PasswordLink> PasswordLinks => Set<PasswordLink>();

    public DbSet<FailedSignIns> FailedSignIns => Set<FailedSignIns>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts").Ignore(a => a.Subject);
            RolesByName(account);
            // Changed where they stand, in one statement each: a row read earlier must not bring back what has ended.
            foreach (var own in new[]
            {
                nameof(Account.Epoch), nameof(Account.TotpSecret), nameof(Account.TotpStep), nameof(Account.RecoveryCodes),
                nameof(Account.TwoFactorEnabled),
            })
                account.Metadata.FindProperty(own)!.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
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
        builder.Entity<PasswordLink>().ToTable("password_links").HasKey(link => link.TokenHash);
        builder.Entity<FailedSignIns>().ToTable("failed_sign_ins").HasKey(failed => failed.Key);
        builder.Entity<SignInSession>(session =>
        {
            session.ToTable("sessions").HasKey(s => s.Id);
            session.HasIndex(s => s.AccountId);
        });
        builder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit").HasKey(e => e.Sequence);
            entry.Property(e => e.Sequence).ValueGeneratedNever();
            entry.Property(e => e.Action).HasConversion<string>();
            entry.Property(e => e.Outcome).HasConversion<string>();
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => new { e.Actor, e.Sequence });
        });
    }

    private static void RolesByName<T>(EntityTypeBuilder<T> owner) where T : class, IHasRights =>
        owner.PrimitiveCollection<List<Role>>(nameof(IHasRights.Roles)).ElementType().HasConversion<string>();

    /// <summary>Accounts that can administer: as long as there is none, the set-up link is on offer.</summary>
    public IQueryable<Account> Administrators() => Users.Where(account => !account.Disabled
        && (account.Roles.Contains(Role.SystemAdministrator) || account.Roles.Contains(Role.SecurityAdministrator)
            || account.Roles.Contains(Role.AuditAdministrator)));

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

    /// <summary>Taken last of all: whoever waits for it holds the others.</summary>
    AppendAudit = 71005,
}
