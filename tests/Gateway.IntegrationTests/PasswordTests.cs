using System.Net;
using System.Net.Http.Json;
using Campaign.Testing;
using Campaign.Web;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class PasswordTests : IAsyncLifetime
{
    private const string Next = "another staple battery";
    private readonly ShiftedClock clock = new();
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.Start(await Engines.FreshDatabase(), clock: clock);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task A_link_sets_a_password_once_and_ends_every_session_and_the_lock()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var before = await gateway.SignedIn(name);
        using var browser = gateway.Client();
        for (var guess = 0; guess < 6; guess++) await browser.Login(name, "wrong");
        var link = await Link(name);
        (await browser.GetStringAsync(link)).ShouldContain("设置新密码");
        using var weak = await browser.PostAsJsonAsync(link, new { password = "short" });
        weak.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.PostAsJsonAsync(link, new { password = Next })));

        answers.Select(answer => answer.StatusCode).Order()
            .ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.Gone]);
        (await before.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await browser.Login(name)).Rule()).ShouldBe("login-failed");
        (await browser.Login(name, Next)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_link_is_over_after_a_day_and_when_another_is_issued()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var browser = gateway.Client();
        var (first, second) = (await Link(name), await Link(name));
        (await (await browser.PostAsJsonAsync(first, new { password = Next })).Rule()).ShouldBe("password-link-over");

        clock.Ahead = TimeSpan.FromHours(25);

        (await (await browser.PostAsJsonAsync(second, new { password = Next })).Rule()).ShouldBe("password-link-over");
        (await browser.Login(name)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task An_account_without_a_password_is_opened_by_a_link()
    {
        var name = await gateway.NewAccount(Role.Inspector, password: null);
        using var browser = gateway.Client();
        (await (await browser.Login(name)).Rule()).ShouldBe("login-failed");

        (await browser.PostAsJsonAsync(await Link(name), new { password = Next })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await browser.Login(name, Next)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Nobody_sets_the_password_of_another()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var admin = await gateway.AsOperator();

        using var answer = await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", People.AccountOf(Role.Inspector, password: Next));

        (await answer.Json()).GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe("password-by-link-only");
    }

    [Fact]
    public async Task A_person_changes_his_own_and_stays_in_where_he_did_it()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var here = await gateway.SignedIn(name);
        using var there = await gateway.SignedIn(name);
        using var wrong = await here.PostAsJsonAsync("/account/password", new { current = "wrong", password = Next });
        (await wrong.Json()).GetProperty("errors")[0].GetProperty("rule").GetString().ShouldBe("password-wrong");

        (await here.PostAsJsonAsync("/account/password", new { current = People.Password, password = Next })).StatusCode.ShouldBe(
            HttpStatusCode.NoContent);

        (await here.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await there.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await there.Login(name, Next)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_banned_password_is_refused_at_its_field()
    {
        using var admin = await gateway.AsOperator();

        using var answer = await admin.PutAsJsonAsync(
            "/api/admin/accounts/wang", People.AccountOf(Role.Inspector, password: "password123456"));

        var error = (await answer.Json()).GetProperty("errors")[0];
        error.GetProperty("rule").GetString().ShouldBe("password-banned");
        error.GetProperty("pointer").GetString().ShouldBe("/password");
    }

    private async Task<string> Link(string name)
    {
        using var admin = await gateway.AsOperator();
        using var answer = await admin.PostAsync($"/api/admin/accounts/{name}/password-link", null);
        answer.EnsureSuccessStatusCode();
        return new Uri((await answer.Json()).GetProperty("link").GetString()!).PathAndQuery;
    }
}
