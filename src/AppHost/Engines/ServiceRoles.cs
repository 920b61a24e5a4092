using Campaign.Cli;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Campaign.AppHost.Engines;

/// <summary>
/// Each service serves by a role of its own, which reads and writes the rows of its database and changes no schema; that is the
/// owner's, who grants it what it needs. Passwords are set at every start, so that an old cluster gets roles too.
/// </summary>
internal static class ServiceRoles
{
    /// <summary><c>Database:RolePerService</c>; of what is published, whoever runs it decides.</summary>
    public static bool HasRolePerService(this IDistributedApplicationBuilder builder) =>
        builder.ExecutionContext.IsRunMode && builder.Configuration.GetValue("Database:RolePerService", true);

    public static ReferenceExpression ServingConnection(
        this IDistributedApplicationBuilder builder, EndpointReference server, DataDirectory data, string database)
    {
        var password = builder.AddParameter($"postgres-{database}-password", () => Password(data, database), secret: true);
        return ReferenceExpression.Create(
            $"Host={server.Property(EndpointProperty.IPV4Host)};Port={server.Property(EndpointProperty.Port)};Username={NameOf(database)};Password={password};Database={database}");
    }

    public static string NameOf(string database) => $"campaign_{database}";

    public static string Password(DataDirectory data, string database) => data.Secret($"postgres-{database}");

    /// <param name="admin">Of a superuser, for any database of the server.</param>
    public static async Task Create(string admin, DataDirectory data, string database, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(admin) { Pooling = false }.ConnectionString);
        var role = NameOf(database);
        await using var find = source.CreateCommand("SELECT 1 FROM pg_roles WHERE rolname = $1");
        find.Parameters.AddWithValue(role);
        if (await find.ExecuteScalarAsync(ct) is null)
        {
            await using var create = source.CreateCommand($"CREATE ROLE {role}");
            await create.ExecuteNonQueryAsync(ct);
        }

        await using var grant = source.CreateCommand(
            $"""
            ALTER ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '{Password(data, database)}';
            REVOKE ALL ON DATABASE "{database}" FROM PUBLIC;
            GRANT CONNECT, TEMPORARY ON DATABASE "{database}" TO {role};
            """);
        await grant.ExecuteNonQueryAsync(ct);
    }
}
