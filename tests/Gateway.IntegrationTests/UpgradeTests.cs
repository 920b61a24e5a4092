using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Gateway.Accounts;
using Campaign.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>A database that the last release without migrations made (BeforeMigrations.sql), with the secrets it gave out.</summary>
public sealed class UpgradeTests
{
    private const string Hotline = "hotline-12345";
    private const string HotlineSecret = "tGZGtPnE3V9LAERKdIHyqN-8uYZzo4-qI1PpxGTV2Y0";
    private const string DisabledSecret = "3Bk6KTguXQOLvT4STR25umleeJXuP8Le2WzEzPwf4PQ";
    private const string OperatorToken =
        "eyJhbGciOiJFUzI1NiIsImtpZCI6IjAxYTIyYWI3YTg1OTc4OGI4NjQ3OTMxMzQ1NDlkMGY2IiwidHlwIjoiSldUIn0."
        + "eyJhdWQiOiJjYW1wYWlnbi1nYXRld2F5IiwiaXNzIjoiaHR0cHM6Ly9nYXRld2F5LnRlc3QiLCJleHAiOjE3OTYwMTY2MzQsImlhdCI6MTc5NjAxMzAzNCwi"
        + "bmJmIjoxNzk2MDEzMDM0LCJzdWIiOiJjbGllbnQ6b3BlcmF0b3IiLCJqdGkiOiIwMWEyMmFiODBhYTQ3NGRmYTAzZjdmY2YzM2IwNzZlZCJ9."
        + "Hde2fPO6SEsB7VWGWdfhfXBdjpxbpjBcLfhI8-sgpUuMTOulM1OqoQIL9y-QKN7wZ008uoepEj4UZQOQrOj6SA";

    private static readonly DateTimeOffset TokenIsYoung = new(2026, 11, 30, 4, 40, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_old_account_signs_in_and_has_its_rights()
    {
        await using var gateway = await TestGateway.Start(await OldDatabase());
        using var client = gateway.Client();

        (await client.PostAsJsonAsync("/account/login", new { userName = "wang", password = "correct horse battery" })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent);

        var me = await client.GetFromJsonAsync<JsonElement>("/account/me");
        me.GetProperty("post").GetString().ShouldBe("创卫办副主任");
        Texts(me, "roles").ShouldBe(["StreetOffice", "Inspector"], ignoreOrder: true);
        Texts(me, "streets").ShouldBe(["120102001", "120102002"], ignoreOrder: true);
        Texts(me, "units").ShouldBe(["unit-7"]);
    }

    [Fact]
    public async Task An_old_client_gets_a_token_and_its_secret_is_hashed_anew()
    {
        await using var gateway = await TestGateway.Start(await OldDatabase());
        (await gateway.AskForToken(Hotline, DisabledSecret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        EarlierSecretHash.Is(await KeptSecret(gateway)).ShouldBeTrue();

        (await gateway.AskForToken(Hotline, HotlineSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);

        EarlierSecretHash.Is(await KeptSecret(gateway)).ShouldBeFalse();
        (await gateway.AskForToken(Hotline, HotlineSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await gateway.AskForToken(Hotline, DisabledSecret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_old_administrator_is_system_and_security_administrator_once_he_has_a_second_factor()
    {
        var database = await OldDatabase();
        await Run(database, """UPDATE accounts SET "Roles" = '{Administrator}', "Streets" = '{}' WHERE "UserName" = 'wang'""");
        await using var gateway = await TestGateway.Start(database);
        using var browser = await gateway.SignedIn("wang");
        Texts(await browser.Me(), "roles").ShouldBeEmpty();
        (await browser.Me()).GetProperty("secondFactorNeeded").GetBoolean().ShouldBeTrue();

        await browser.Enroll();

        Texts(await browser.Me(), "roles").ShouldBe(["SystemAdministrator", "SecurityAdministrator"], ignoreOrder: true);
        Texts(await browser.Me(), "streets").ShouldBe(["*"]);
        (await browser.GetAsync("/api/admin/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Old_clients_keep_rights_description_and_state()
    {
        await using var gateway = await TestGateway.Start(await OldDatabase());
        using var admin = await gateway.AsOperator();

        var clients = (await admin.GetFromJsonAsync<JsonElement>("/api/admin/clients")).EnumerateArray()
            .ToDictionary(c => c.GetProperty("clientId").GetString()!, StringComparer.Ordinal);

        clients.Keys.ShouldBe(["city-grid", Hotline, "operator"], ignoreOrder: true);
        clients[Hotline].GetProperty("description").GetString().ShouldBe("市民热线“12345”");
        Texts(clients[Hotline], "roles").ShouldBe(["Inspector", "Integration"], ignoreOrder: true);
        Texts(clients[Hotline], "streets").ShouldBe(["120102001", "120102002"]);
        Texts(clients[Hotline], "units").ShouldBe(["unit-7", "unit-8"]);
        (await gateway.AskForToken("city-grid", DisabledSecret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_of_the_release_before_runs_out_in_its_own_time()
    {
        var clock = new ShiftedClock { Ahead = TokenIsYoung - TimeProvider.System.GetUtcNow() };
        // The secret stays as it was: a new one would end the token at once.
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Operator:ClientSecretFile"] = null };
        await using var gateway = await TestGateway.Start(await OldDatabase(), settings, clock);
        using var client = gateway.Client().As(OperatorToken);
        (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        clock.Ahead += TimeSpan.FromHours(1);

        (await (await client.GetAsync("/account/me")).Rule()).ShouldBe("token-refused");
    }

    [Fact]
    public async Task Instances_that_start_together_upgrade_once()
    {
        var database = await OldDatabase();

        var instances = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => TestGateway.Start(database)));

        foreach (var instance in instances) (await instance.AskForToken(Hotline, HotlineSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using (var db = await Db(instances[0])) (await db.Database.GetAppliedMigrationsAsync()).ShouldBe(db.Database.GetMigrations());
        foreach (var instance in instances) await instance.DisposeAsync();
    }

    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using var gateway = await TestGateway.Start(await Engines.FreshDatabase());
        await using var db = await Db(gateway);
        db.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    internal static async Task<string> OldDatabase()
    {
        var database = await Engines.FreshDatabase();
        await Run(database, await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "BeforeMigrations.sql")));
        return database;
    }

    internal static async Task Run(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string> KeptSecret(TestGateway gateway)
    {
        await using var db = await Db(gateway);
        return (await db.Clients.SingleAsync(client => client.ClientId == Hotline)).ClientSecret!;
    }

    private static Task<GatewayDb> Db(TestGateway gateway) =>
        gateway.Services.GetRequiredService<IDbContextFactory<GatewayDb>>().CreateDbContextAsync();

    private static IEnumerable<string?> Texts(JsonElement of, string name) =>
        of.GetProperty(name).EnumerateArray().Select(text => text.GetString());
}
