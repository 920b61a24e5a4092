using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Campaign.Gateway;

/// <summary>
/// Brings the database to this release's tables, one instance at a time, by <c>ConnectionStrings:gateway-owner</c> where there is one:
/// the role of <c>ConnectionStrings:gateway</c> then owns nothing and is granted rows only.
/// </summary>
internal sealed class GatewaySchema(IConfiguration configuration)
{
    private readonly string? owner = configuration.GetConnectionString("gateway-owner");
    private readonly string runtime = configuration.GetConnectionString("gateway")
        ?? throw new InvalidOperationException("ConnectionStrings:gateway is not configured.");

    public void Use(DbContextOptionsBuilder options) => Use(options, runtime);

    public async Task Migrate(CancellationToken cancellation)
    {
        await using var db = new GatewayDb(Options());
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (!await creator.ExistsAsync(cancellation)) await creator.CreateAsync(cancellation);

        await db.Database.OpenConnectionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({(long)Exclusive.Migrate})", cancellation);
        if (owner is not null) await TakeOver(db, cancellation);
        await TakeUpTablesWithoutHistory(db, cancellation);
        await db.Database.MigrateAsync(cancellation);
        if (owner is not null) await GrantRows(db, cancellation);
    }

    // Not from a pool: the lock ends with the connection, however this ends.
    private DbContextOptions<GatewayDb> Options()
    {
        var options = new DbContextOptionsBuilder<GatewayDb>();
        Use(options, new NpgsqlConnectionStringBuilder(owner ?? runtime) { Pooling = false }.ConnectionString);
        return options.Options;
    }

    /// <summary>Tables of the releases that had no migrations are those of the first one.</summary>
    private static async Task TakeUpTablesWithoutHistory(GatewayDb db, CancellationToken cancellation)
    {
        var first = db.Database.GetMigrations().First();
        await db.Database.ExecuteSqlAsync($"SELECT set_config('campaign.first_migration', {first}, false)", cancellation);
        await db.Database.ExecuteSqlRawAsync(
            """
            DO $$ BEGIN
              IF to_regclass('public.accounts') IS NOT NULL AND to_regclass('public."__EFMigrationsHistory"') IS NULL THEN
                CREATE TABLE "__EFMigrationsHistory" (
                  "MigrationId" character varying(150) CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
                  "ProductVersion" character varying(32) NOT NULL);
                INSERT INTO "__EFMigrationsHistory" VALUES (current_setting('campaign.first_migration'), '10.0');
              END IF;
            END $$
            """, cancellation);
    }

    private static void Use(DbContextOptionsBuilder options, string connection) => options
        // Npgsql's own strategy would hide an unreachable database inside another exception.
        .UseNpgsql(connection, npgsql => npgsql.ExecutionStrategy(dependencies => new NonRetryingExecutionStrategy(dependencies)))
        .ConfigureWarnings(events => events.Log((RelationalEventId.CommandExecuted, LogLevel.Debug)));

    /// <summary>Before there were two roles, the one of run time made the tables.</summary>
    private static Task TakeOver(GatewayDb db, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync(
        """
        DO $$ DECLARE mine record; BEGIN
          FOR mine IN SELECT oid::regclass AS name FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_get_userbyid(relowner) <> current_user
          LOOP EXECUTE format('ALTER TABLE %s OWNER TO current_user', mine.name); END LOOP;
        END $$
        """, cancellation);

    private async Task GrantRows(GatewayDb db, CancellationToken cancellation)
    {
        var role = new NpgsqlConnectionStringBuilder(runtime).Username;
        await db.Database.ExecuteSqlAsync($"SELECT set_config('campaign.runtime_role', {role}, false)", cancellation);
        await db.Database.ExecuteSqlRawAsync(
            """
            DO $$ BEGIN
              EXECUTE format('REVOKE CREATE ON SCHEMA public FROM %I', current_setting('campaign.runtime_role'));
              EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', current_setting('campaign.runtime_role'));
              EXECUTE format(
                'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', current_setting('campaign.runtime_role'));
              EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON audit FROM %I', current_setting('campaign.runtime_role'));
              EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', current_setting('campaign.runtime_role'));
            END $$
            """, cancellation);
    }
}
