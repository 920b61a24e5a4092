using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Gateway.Audit;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Whoever gets at the database by other ways leaves a trace.</summary>
public sealed class AuditChainTests : IAsyncDisposable
{
    private readonly List<TestGateway> started = [];

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
    [InlineData("UPDATE audit SET \"Action\" = 'SignIn' WHERE \"Sequence\" = 2", 2)]
    [InlineData("UPDATE audit SET \"Outcome\" = 'Refused' WHERE \"Sequence\" = 2", 2)]
    [InlineData("UPDATE audit SET \"Status\" = 403 WHERE \"Sequence\" = 2", 2)]
    [InlineData("UPDATE audit SET \"Target\" = 'client:other' WHERE \"Sequence\" = 2", 2)]
    [InlineData("UPDATE audit SET \"Detail\" = 'other' WHERE \"Sequence\" = 2", 2)]
    [InlineData("UPDATE audit SET \"Correlation\" = 'other' WHERE \"Sequence\" = 2", 2)]
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
    public async Task Who_gives_an_entry_a_hash_of_its_own_is_found_at_the_next()
    {
        var (database, auditor, entries) = await Kept();
        var forged = entries[1] with { Actor = "client:other" };

        await Force(database, Put(forged with { Hash = AuditHash.Of(forged) }));

        (await Verify(auditor)).GetProperty("firstBroken").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task Who_takes_an_entry_out_and_links_the_others_anew_is_found_by_their_numbers()
    {
        var (database, auditor, entries) = await Kept();
        var changes = new List<string> { "DELETE FROM audit WHERE \"Sequence\" = 2" };
        var previous = entries[0].Hash;
        foreach (var entry in entries.Skip(2))
        {
            var linked = entry with { Previous = previous };
            previous = AuditHash.Of(linked);
            changes.Add(Put(linked with { Hash = previous }));
        }

        await Force(database, string.Join("; ", changes));

        (await Verify(auditor)).GetProperty("firstBroken").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task A_head_that_was_noted_with_another_hash_is_not_found()
    {
        var (_, auditor, _) = await Kept();

        var answer = await Verify(auditor, $"?sequence=1&hash={new string('0', 64)}");

        (answer.GetProperty("intact").GetBoolean(), answer.GetProperty("notedHeadFound").GetBoolean()).ShouldBe((false, false));
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

    private async Task<(string Database, HttpClient Auditor, IReadOnlyList<AuditEntry> Entries)> Kept()
    {
        var database = await Engines.FreshDatabase();
        var gateway = await TestGateway.Start(database);
        started.Add(gateway);
        for (var time = 0; time < 4; time++) await gateway.Token("operator", TestGateway.OperatorSecret);
        var auditor = await gateway.As(Role.AuditAdministrator);
        (await Verify(auditor)).GetProperty("intact").GetBoolean().ShouldBeTrue();
        await using var db = await gateway.Services.GetRequiredService<IDbContextFactory<GatewayDb>>().CreateDbContextAsync();
        return (database, auditor, await db.Audit.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());
    }

    private static string Put(AuditEntry entry) =>
        $"""
         UPDATE audit SET "Actor" = '{entry.Actor}', "Previous" = '\x{Convert.ToHexString(entry.Previous)}',
             "Hash" = '\x{Convert.ToHexString(entry.Hash)}' WHERE "Sequence" = {entry.Sequence}
         """;

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in started) await gateway.DisposeAsync();
    }

    private static Task Force(string database, string change) => UpgradeTests.Run(
        database, $"ALTER TABLE audit DISABLE TRIGGER USER; {change}; ALTER TABLE audit ENABLE TRIGGER USER");

    private static Task<JsonElement> Verify(HttpClient auditor, string noted = "") =>
        auditor.GetFromJsonAsync<JsonElement>($"/api/audit/verification{noted}");
}
