using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Testing;
using Campaign.Web;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Whoever gets at the database by other ways leaves a trace.</summary>
public sealed class AuditChainTests
{
    [Theory]
    [InlineData("UPDATE audit SET \"Actor\" = 'client:other' WHERE \"Sequence\" = 1")]
    [InlineData("DELETE FROM audit WHERE \"Sequence\" = 1")]
    [InlineData("TRUNCATE audit")]
    public async Task The_table_takes_no_change_from_its_owner_either(string change)
    {
        var database = await Engines.FreshDatabase();
        await using var gateway = await TestGateway.Start(database);

        var refused = await Should.ThrowAsync<PostgresException>(() => UpgradeTests.Run(database, change));

        refused.MessageText.ShouldBe("audit entries are never changed");
    }

    [Theory]
    [InlineData("UPDATE audit SET \"Actor\" = 'client:other' WHERE \"Sequence\" = 3", 3)]
    [InlineData("UPDATE audit SET \"At\" = \"At\" + interval '1 hour' WHERE \"Sequence\" = 2", 2)]
    [InlineData("UPDATE audit SET \"Address\" = NULL WHERE \"Sequence\" = 2", 2)]
    [InlineData("DELETE FROM audit WHERE \"Sequence\" = 2", 3)]
    [InlineData("DELETE FROM audit WHERE \"Sequence\" = 1", 2)]
    public async Task Who_forces_it_is_found_at_the_first_broken_link(string change, long broken)
    {
        var database = await Engines.FreshDatabase();
        await using var gateway = await TestGateway.Start(database);
        for (var time = 0; time < 4; time++) await gateway.Token("operator", TestGateway.OperatorSecret);
        using var auditor = await gateway.As(Role.AuditAdministrator);
        (await Verify(auditor)).GetProperty("intact").GetBoolean().ShouldBeTrue();

        await Force(database, change);

        var answer = await Verify(auditor);
        answer.GetProperty("intact").GetBoolean().ShouldBeFalse();
        answer.GetProperty("firstBroken").GetInt64().ShouldBe(broken);
    }

    [Fact]
    public async Task What_is_cut_off_the_end_shows_against_a_head_noted_outside()
    {
        var database = await Engines.FreshDatabase();
        await using var gateway = await TestGateway.Start(database);
        using var auditor = await gateway.As(Role.AuditAdministrator);
        var head = await Verify(auditor);
        var noted = $"?sequence={head.GetProperty("headSequence")}&hash={head.GetProperty("headHash").GetString()}";
        (await Verify(auditor, noted)).GetProperty("notedHeadFound").GetBoolean().ShouldBeTrue();

        await Force(database, $"DELETE FROM audit WHERE \"Sequence\" >= {head.GetProperty("headSequence")}");

        var answer = await Verify(auditor, noted);
        answer.GetProperty("intact").GetBoolean().ShouldBeFalse();
        answer.GetProperty("notedHeadFound").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task What_is_not_done_is_not_kept_either()
    {
        var database = await Engines.FreshDatabase();
        await using var gateway = await TestGateway.Start(database);
        // The record fails, and what it records with it.
        await UpgradeTests.Run(database, "ALTER TABLE audit ADD CONSTRAINT closed CHECK (\"Action\" <> 'AccountCreated') NOT VALID");
        using var admin = await gateway.AsOperator();

        using var answer = await admin.PutAsJsonAsync("/api/admin/accounts/wang", People.AccountOf(Role.Inspector));

        answer.IsSuccessStatusCode.ShouldBeFalse();
        (await (await admin.GetAsync("/api/admin/accounts/wang")).Rule()).ShouldBe("account-unknown");
    }

    private static Task Force(string database, string change) => UpgradeTests.Run(
        database, $"ALTER TABLE audit DISABLE TRIGGER USER; {change}; ALTER TABLE audit ENABLE TRIGGER USER");

    private static Task<JsonElement> Verify(HttpClient auditor, string noted = "") =>
        auditor.GetFromJsonAsync<JsonElement>($"/api/audit/verification{noted}");
}
