using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Gateway.Tokens;
using Campaign.Testing;
using Campaign.Web;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>How sessions and tokens end: left alone, lasted too long, taken out, or with the epoch of their owner.</summary>
public sealed class SessionTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task A_copied_cookie_ends_with_the_session_it_was_copied_from()
    {
        var name = await gateway.NewAccount(Role.Leader);
        using var browser = gateway.Client();
        using var signedIn = await browser.Login(name);
        await browser.ShowAntiForgeryToken();
        using var thief = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = gateway.Address };
        thief.DefaultRequestHeaders.Add("Cookie", signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        (await thief.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await browser.PostAsync("/account/logout", null)).EnsureSuccessStatusCode();

        (await (await thief.GetAsync("/account/me")).Rule()).ShouldBe("token-refused");
    }

    [Fact]
    public async Task A_person_lists_his_sessions_and_ends_one_or_all()
    {
        var name = await gateway.NewAccount(Role.Leader);
        using var desk = await gateway.SignedIn(name);
        using var phone = await gateway.SignedIn(name);
        using var tablet = await gateway.SignedIn(name);
        var sessions = await Sessions(desk, "/account/sessions");
        sessions.Count.ShouldBe(3);
        sessions.ShouldAllBe(session => session.GetProperty("address").GetString() == "127.0.0.1");
        var ofPhone = (await Sessions(phone, "/account/sessions")).Single(session => session.GetProperty("isThisOne").GetBoolean());

        (await desk.DeleteAsync($"/account/sessions/{ofPhone.GetProperty("id")}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await IsOut(phone);
        await IsIn(tablet);

        (await desk.PostAsync("/account/logout-everywhere", null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await IsOut(desk);
        await IsOut(tablet);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another_as_his_own()
    {
        using var one = await gateway.SignedIn(Role.Leader);
        using var other = await gateway.SignedIn(Role.Leader);
        var id = (await Sessions(other, "/account/sessions")).ShouldHaveSingleItem().GetProperty("id").GetString();

        (await (await one.DeleteAsync($"/account/sessions/{id}")).Rule()).ShouldBe("session-unknown");

        await IsIn(other);
    }

    [Fact]
    public async Task The_security_administrator_lists_and_ends_those_of_his_streets()
    {
        var name = await gateway.NewAccount(Role.Leader);
        using var browser = await gateway.SignedIn(name);
        using var elsewhere = await gateway.As(Role.SecurityAdministrator, TestGateway.OtherStreet);
        using var admin = await gateway.As(Role.SecurityAdministrator);
        var path = $"/api/admin/accounts/{name}/sessions";
        (await (await elsewhere.GetAsync(path)).Rule()).ShouldBe("rights-beyond-own");
        (await (await elsewhere.DeleteAsync(path)).Rule()).ShouldBe("rights-beyond-own");
        await IsIn(browser);
        (await Sessions(admin, path)).ShouldHaveSingleItem();

        (await admin.DeleteAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await IsOut(browser);
        (await Sessions(admin, path)).ShouldBeEmpty();
    }

    [Fact]
    public async Task New_rights_end_what_was_given_with_the_old()
    {
        var name = await gateway.NewAccount(Role.Leader);
        using var browser = await gateway.SignedIn(name);
        using var admin = await gateway.AsOperator();
        var another = new { roles = new[] { "Leader" }, streets = new[] { TestGateway.Street }, post = "主任" };
        (await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", another)).EnsureSuccessStatusCode();
        await IsIn(browser);

        (await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", TestGateway.Rights(Role.Inspector))).EnsureSuccessStatusCode();

        await IsOut(browser);
    }

    [Fact]
    public async Task A_rotated_secret_ends_the_tokens_of_the_old_one_on_every_instance_within_seconds()
    {
        await using var other = await TestGateway.Start(fixture.Database);
        var (clientId, secret) = await gateway.NewClient(Role.Inspector);
        var token = await gateway.Token(clientId, secret);
        using var here = gateway.Client().As(token);
        using var there = other.Client().As(token);
        await IsIn(here);
        await IsIn(there);
        using var admin = await gateway.AsOperator();

        (await admin.PostAsync($"/api/admin/clients/{clientId}/secret", null)).EnsureSuccessStatusCode();

        await IsOut(here);
        await Eventually.Holds(async () => (await there.GetAsync("/account/me")).StatusCode == HttpStatusCode.Unauthorized);
        Tokens.Sessions.KeptFor.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData(59, 20, true)]
    [InlineData(62, 1, false)]
    [InlineData(50, 13, false)]
    public async Task A_session_ends_when_it_is_left_alone_and_in_any_case_after_its_term(int minutes, int times, bool isGood)
    {
        var clock = new ShiftedClock();
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Sessions:Term"] = isGood ? "1.00:00" : "10:00" };
        await using var aging = await TestGateway.Start(await Engines.FreshDatabase(), settings, clock);
        using var browser = await aging.SignedIn(Role.Leader);

        for (var time = 0; time < times; time++)
        {
            clock.Ahead += TimeSpan.FromMinutes(minutes);
            await browser.GetAsync("/account/me");
        }

        (await browser.GetAsync("/account/me")).StatusCode.ShouldBe(isGood ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
    }

    private static async Task IsIn(HttpClient caller) => (await caller.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private static async Task IsOut(HttpClient caller) =>
        (await (await caller.GetAsync("/account/me")).Rule()).ShouldBe("token-refused");

    private static async Task<IReadOnlyList<JsonElement>> Sessions(HttpClient caller, string path) =>
        [.. (await caller.GetFromJsonAsync<JsonElement>(path)).EnumerateArray()];
}
