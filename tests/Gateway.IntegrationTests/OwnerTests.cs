using System.Net;
using Campaign.Testing;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Two roles: the one that owns the tables, and the one of run time.</summary>
public sealed class OwnerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task With_an_owner_the_role_of_run_time_changes_rows_and_no_tables(bool old)
    {
        var owner = old ? await UpgradeTests.OldDatabase() : await Engines.FreshDatabase();
        var role = $"gateway_{Guid.NewGuid():N}";
        var runtime = new NpgsqlConnectionStringBuilder(owner) { Username = role, Password = role, Pooling = false }.ConnectionString;
        await UpgradeTests.Run(owner, $"CREATE ROLE {role} LOGIN PASSWORD '{role}'");
        // The release before had one role, which owned what it had made.
        if (old) await UpgradeTests.Run(
            owner, $"GRANT CREATE ON SCHEMA public TO {role}; ALTER TABLE accounts OWNER TO {role}; ALTER TABLE clients OWNER TO {role}");
        try
        {
            await using var gateway = await TestGateway.Start(
                runtime, new Dictionary<string, string?>(StringComparer.Ordinal) { ["ConnectionStrings:gateway-owner"] = owner });

            (await gateway.AskForToken("operator", TestGateway.OperatorSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);
            foreach (var ddl in new[] { "CREATE TABLE mine (id int)", "ALTER TABLE accounts ADD COLUMN mine int", "DROP TABLE clients" })
                (await Should.ThrowAsync<PostgresException>(() => UpgradeTests.Run(runtime, ddl))).SqlState.ShouldBe(
                    PostgresErrorCodes.InsufficientPrivilege, ddl);
            foreach (var change in new[] { """UPDATE audit SET "Actor" = 'x'""", "DELETE FROM audit", "TRUNCATE audit" })
                (await Should.ThrowAsync<PostgresException>(() => UpgradeTests.Run(runtime, change))).SqlState.ShouldBe(
                    PostgresErrorCodes.InsufficientPrivilege, change);
        }
        finally
        {
            await UpgradeTests.Run(owner, $"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }
}
