using System.Net;
using System.Net.Http.Json;
using Campaign.Testing;
using Campaign.Web;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class SignInTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task A_person_signs_in_and_sees_post_and_rights()
    {
        using var client = await gateway.SignedIn(Role.StreetOffice);

        var me = await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/account/me");

        me.GetProperty("post").GetString().ShouldBe("创卫办副主任");
        me.GetProperty("roles")[0].GetString().ShouldBe("StreetOffice");
        me.GetProperty("streets")[0].GetString().ShouldBe(TestGateway.Street);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var client = gateway.Client();
        for (var i = 0; i < 4; i++) (await (await client.Login(name, "wrong")).Rule()).ShouldBe("login-failed");

        (await (await client.Login(name, "wrong")).Rule()).ShouldBe("account-locked");
        (await (await client.Login(name)).Rule()).ShouldBe("account-locked");
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_refused_and_locked_like_one_that_does()
    {
        var (somebody, nobody) = (await gateway.NewAccount(Role.Inspector), $"n{Guid.NewGuid():N}");
        using var client = gateway.Client();
        for (var guess = 0; guess < 7; guess++)
        {
            using var one = await client.Login(somebody, "wrong");
            using var other = await client.Login(nobody, "wrong");
            other.StatusCode.ShouldBe(one.StatusCode);
            (await Said(other)).ShouldBe(await Said(one));
        }

        static async Task<string> Said(HttpResponseMessage answer)
        {
            var problem = await answer.Json();
            return $"{problem.GetProperty("type")} {problem.GetProperty("detail")}";
        }
    }

    [Fact]
    public async Task Guesses_at_once_are_no_more_than_guesses_one_by_one()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var client = gateway.Client();

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(guess => client.Login(name, $"wrong {guess}")));

        var rules = await Task.WhenAll(answers.Select(answer => answer.Rule()));
        rules.Count(rule => rule is "login-failed").ShouldBe(4);
        rules.Count(rule => rule is "account-locked").ShouldBe(26);
        (await (await client.Login(name)).Rule()).ShouldBe("account-locked");
    }

    [Fact]
    public async Task The_lock_ends_after_a_quarter_of_an_hour_however_much_is_guessed_meanwhile()
    {
        var clock = new ShiftedClock();
        await using var aging = await TestGateway.Start(await Engines.FreshDatabase(), clock: clock);
        var name = await aging.NewAccount(Role.Inspector);
        using var client = aging.Client();
        for (var guess = 0; guess < 5; guess++) await client.Login(name, "wrong");
        clock.Ahead = TimeSpan.FromMinutes(14);
        (await (await client.Login(name, "wrong")).Rule()).ShouldBe("account-locked");

        clock.Ahead = TimeSpan.FromMinutes(16);

        (await client.Login(name)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_address_that_guesses_at_many_names_is_locked_and_one_that_signs_in_is_not()
    {
        await using var strict = await TestGateway.Start(
            await Engines.FreshDatabase(),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Limits:FailedSignInsOfAddress"] = "6" });
        var name = await strict.NewAccount(Role.Inspector);
        using var client = strict.Client();
        for (var time = 0; time < 10; time++) (await strict.SignedIn(name)).Dispose();
        for (var guess = 0; guess < 6; guess++) (await (await client.Login($"n{guess}", "wrong")).Rule()).ShouldBe("login-failed");

        using var refused = await client.Login(name);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await refused.Rule()).ShouldBe("address-locked");
        refused.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_cookie_alone_changes_nothing()
    {
        using var client = await gateway.SignedIn(Role.SecurityAdministrator, "*");
        var name = $"u{Guid.NewGuid():N}";
        client.DefaultRequestHeaders.Remove("X-CSRF-Token");

        using var refused = await client.PutAsJsonAsync($"/api/admin/accounts/{name}", People.AccountOf(Role.Leader));
        (await refused.Rule()).ShouldBe("anti-forgery-token-invalid");

        await client.ShowAntiForgeryToken();
        using var accepted = await client.PutAsJsonAsync($"/api/admin/accounts/{name}", People.AccountOf(Role.Leader));
        accepted.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_session_cookie_is_kept_from_scripts_and_other_sites()
    {
        var name = await gateway.NewAccount(Role.Leader);
        using var client = gateway.Client();
        using var answer = await client.Login(name);

        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once()
    {
        var name = await gateway.NewAccount(Role.Leader);
        using var client = gateway.Client();
        (await client.Login(name)).EnsureSuccessStatusCode();
        using var admin = await gateway.AsOperator();

        (await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", TestGateway.Rights(Role.Leader, disabled: true)))
            .EnsureSuccessStatusCode();

        (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await client.Login(name)).Rule()).ShouldBe("login-failed");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await gateway.SignedIn(Role.Leader);

        (await client.PostAsync("/account/logout", null)).EnsureSuccessStatusCode();

        (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
