using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Gateway.Accounts;
using Campaign.Gateway.Setup;
using Campaign.Gateway.Tokens;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Npgsql;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Restarts, several instances, and what is not there yet.</summary>
public sealed class InstallationTests
{
    [Fact]
    public async Task Keys_and_tokens_survive_a_restart()
    {
        var database = await Engines.FreshDatabase();
        string token, keySet;
        await using (var first = await TestGateway.Start(database))
        {
            token = await first.Token("operator", TestGateway.OperatorSecret);
            keySet = await KeySet(first);
        }

        await using var second = await TestGateway.Start(database);

        (await KeySet(second)).ShouldBe(keySet);
        (await Me(second, token)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_instances_started_at_once_share_their_keys()
    {
        var database = await Engines.FreshDatabase();
        var instances = await Task.WhenAll(TestGateway.Start(database), TestGateway.Start(database));
        await using var one = instances[0];
        await using var two = instances[1];

        (await KeySet(one)).ShouldBe(await KeySet(two));
        (await Me(two, await one.Token("operator", TestGateway.OperatorSecret))).ShouldBe(HttpStatusCode.OK);
        (await Me(one, await two.Token("operator", TestGateway.OperatorSecret))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_key_set_holds_no_private_half()
    {
        await using var gateway = await TestGateway.Start(await Engines.FreshDatabase());
        var key = JsonDocument.Parse(await KeySet(gateway)).RootElement.GetProperty("keys").EnumerateArray().ShouldHaveSingleItem();
        key.EnumerateObject().Select(member => member.Name).ShouldBe(["kty", "crv", "use", "alg", "kid", "x", "y"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_new_key_is_published_before_it_signs_and_the_old_one_after()
    {
        var clock = new ShiftedClock();
        await using var gateway = await TestGateway.Start(await Engines.FreshDatabase(), clock: clock);
        var keys = gateway.Services.GetRequiredService<KeyRing>();
        var old = keys.Signing.Key.KeyId;

        clock.Ahead = KeyRing.Lifetime + TimeSpan.FromMinutes(1);
        await keys.Refresh(CancellationToken.None);
        keys.Published.Count().ShouldBe(2);
        var token = await gateway.Token("operator", TestGateway.OperatorSecret);
        new JsonWebToken(token).Kid.ShouldBe(old);
        JsonDocument.Parse(await KeySet(gateway)).RootElement.GetProperty("keys").GetArrayLength().ShouldBe(2);

        clock.Ahead += KeyRing.PublishedAhead;
        await keys.Refresh(CancellationToken.None);
        new JsonWebToken(await gateway.Token("operator", TestGateway.OperatorSecret)).Kid.ShouldNotBe(old);
        (await Me(gateway, token)).ShouldBe(HttpStatusCode.OK);
        keys.Published.Select(key => key.KeyId).ShouldContain(old);

        clock.Ahead += TimeSpan.FromDays(2);
        await keys.Refresh(CancellationToken.None);
        keys.Published.ShouldHaveSingleItem().KeyId.ShouldNotBe(old);
    }

    [Fact]
    public async Task The_operator_has_the_secret_of_the_file_as_it_is_at_start()
    {
        var (database, file) = (await Engines.FreshDatabase(), Files.New());
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Operator:ClientSecretFile"] = file };
        var (before, after) = (Secrets.New(), Secrets.New());
        await File.WriteAllTextAsync(file, before);
        await using (var first = await TestGateway.Start(database, settings))
            (await first.AskForToken("operator", before)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await File.WriteAllTextAsync(file, after + "\n");
        await using var second = await TestGateway.Start(database, settings);

        (await second.AskForToken("operator", after)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await second.AskForToken("operator", before)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_short_secret_in_the_file_makes_no_operator()
    {
        var file = Files.New();
        await File.WriteAllTextAsync(file, "short");
        await using var gateway = await TestGateway.Start(
            await Engines.FreshDatabase(),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Operator:ClientSecretFile"] = file });

        (await gateway.AskForToken("operator", "short")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_operator_that_was_shut_stays_shut_until_a_security_administrator_opens_it()
    {
        await using var gateway = await TestGateway.Start(await Engines.FreshDatabase());
        using var security = await gateway.SignedIn(Role.SecurityAdministrator, Caller.EveryStreet);

        await Put(disabled: true);
        (await gateway.AskForToken("operator", TestGateway.OperatorSecret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await KeepInStep();
        (await gateway.AskForToken("operator", TestGateway.OperatorSecret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await Put(disabled: false);
        await KeepInStep();
        (await gateway.AskForToken("operator", TestGateway.OperatorSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);

        async Task Put(bool disabled)
        {
            var roles = new[] { nameof(Role.SystemAdministrator), nameof(Role.SecurityAdministrator) };
            using var answer = await security.PutAsJsonAsync(
                "/api/admin/clients/operator", new { roles, streets = new[] { Caller.EveryStreet }, description = "平台运维", disabled });
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        }

        // As every minute, and at each start.
        async Task KeepInStep()
        {
            await using var scope = gateway.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OperatorClient>().KeepInStep(default);
        }
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_created()
    {
        var database = new NpgsqlConnectionStringBuilder(await Engines.FreshDatabase());
        database.Database += "_new";

        await using var gateway = await TestGateway.Start(database.ConnectionString);

        (await gateway.AskForToken("operator", TestGateway.OperatorSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_gateway_without_its_database_waits_and_later_says_come_back()
    {
        using var relay = TcpRelay.Before(await Engines.FreshDatabase(), out var database);
        var starting = TestGateway.Start(database);
        await relay.TurnedAway;
        starting.IsCompleted.ShouldBeFalse();
        relay.Join();
        await using var gateway = await starting;
        (await gateway.AskForToken("operator", TestGateway.OperatorSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);

        relay.Cut();
        using var answer = await gateway.AskForToken("operator", TestGateway.OperatorSecret);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Rule()).ShouldBe("database-unavailable");

        relay.Join();
        (await gateway.AskForToken("operator", TestGateway.OperatorSecret)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<string> KeySet(TestGateway gateway)
    {
        using var client = gateway.Client();
        return await client.GetStringAsync(gateway.KeySet);
    }

    private static async Task<HttpStatusCode> Me(TestGateway gateway, string token)
    {
        using var client = gateway.Client().As(token);
        using var answer = await client.GetAsync("/account/me");
        return answer.StatusCode;
    }
}
