using System.Net;
using System.Net.Http.Json;
using Campaign.Testing;
using Campaign.Web;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class SignInTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private const string Password = "correct horse battery";
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task A_person_signs_in_and_sees_post_and_rights()
    {
        using var client = await SignedIn(Role.StreetOffice);

        var me = await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/account/me");

        me.GetProperty("post").GetString().ShouldBe("创卫办副主任");
        me.GetProperty("roles")[0].GetString().ShouldBe("StreetOffice");
        me.GetProperty("streets")[0].GetString().ShouldBe(TestGateway.Street);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        var name = await NewAccount(Role.Inspector);
        using var client = gateway.Client();
        for (var i = 0; i < 4; i++) (await (await Login(client, name, "wrong")).Rule()).ShouldBe("login-failed");

        (await (await Login(client, name, "wrong")).Rule()).ShouldBe("account-locked");
        (await (await Login(client, name, Password)).Rule()).ShouldBe("account-locked");
    }

    [Fact]
    public async Task An_unknown_user_is_refused_like_a_wrong_password()
    {
        using var client = gateway.Client();
        (await (await Login(client, "nobody", Password)).Rule()).ShouldBe("login-failed");
    }

    [Fact]
    public async Task A_cookie_alone_changes_nothing()
    {
        using var client = await SignedIn(Role.Administrator);
        var name = $"u{Guid.NewGuid():N}";

        using var refused = await client.PutAsJsonAsync($"/api/admin/accounts/{name}", AccountOf(Role.Leader));
        (await refused.Rule()).ShouldBe("anti-forgery-token-invalid");

        var me = await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/account/me");
        client.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("antiForgeryToken").GetString());
        using var accepted = await client.PutAsJsonAsync($"/api/admin/accounts/{name}", AccountOf(Role.Leader));
        accepted.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_session_cookie_is_kept_from_scripts_and_other_sites()
    {
        var name = await NewAccount(Role.Leader);
        using var client = gateway.Client();
        using var answer = await Login(client, name, Password);

        var cookie = answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once()
    {
        var name = await NewAccount(Role.Leader);
        using var client = gateway.Client();
        (await Login(client, name, Password)).EnsureSuccessStatusCode();
        using var admin = await gateway.AsOperator();

        (await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", TestGateway.Rights(Role.Leader, disabled: true)))
            .EnsureSuccessStatusCode();

        (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await Login(client, name, Password)).Rule()).ShouldBe("login-failed");
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        using var client = await SignedIn(Role.Leader);
        var me = await client.GetFromJsonAsync<System.Text.Json.JsonElement>("/account/me");
        client.DefaultRequestHeaders.Add("X-CSRF-Token", me.GetProperty("antiForgeryToken").GetString());

        (await client.PostAsync("/account/logout", null)).EnsureSuccessStatusCode();

        (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<HttpClient> SignedIn(Role role)
    {
        var name = await NewAccount(role);
        var client = gateway.Client();
        (await Login(client, name, Password)).EnsureSuccessStatusCode();
        return client;
    }

    private async Task<string> NewAccount(Role role)
    {
        using var admin = await gateway.AsOperator();
        var name = $"u{Guid.NewGuid():N}";
        (await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", AccountOf(role))).EnsureSuccessStatusCode();
        return name;
    }

    private static object AccountOf(Role role) =>
        new { roles = new[] { role.ToString() }, streets = new[] { TestGateway.Street }, post = "创卫办副主任", password = Password };

    private static Task<HttpResponseMessage> Login(HttpClient client, string userName, string password) =>
        client.PostAsJsonAsync("/account/login", new { userName, password });
}
