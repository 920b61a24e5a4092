using System.Net;
using Campaign.Testing;
using Campaign.Web;
using OtpNet;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class SecondFactorTests : IAsyncLifetime
{
    private readonly ShiftedClock clock = new();
    private TestGateway gateway = null!;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.Start(await Engines.FreshDatabase(), clock: clock);

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task An_administrator_has_no_rights_until_he_has_enrolled_and_signed_in_with_a_code()
    {
        var name = await gateway.NewAccount(Role.AuditAdministrator, "*");
        using var first = await gateway.SignedIn(name);
        (await (await first.GetAsync("/api/audit")).Rule()).ShouldBe("role-not-allowed");

        var (secret, _) = await first.Enroll();

        (await first.GetAsync("/api/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var second = gateway.Client();
        (await (await second.Login(name)).Rule()).ShouldBe("second-factor-needed");
        (await (await second.Login(name, code: "000000")).Rule()).ShouldBe("second-factor-wrong");
        clock.Ahead = TimeSpan.FromMinutes(1);
        (await second.Login(name, code: Code(secret))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await second.GetAsync("/api/audit")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_from_before_the_second_factor_ends_with_it()
    {
        var name = await gateway.NewAccount(Role.SystemAdministrator, "*");
        using var thief = await gateway.SignedIn(name);
        using var owner = await gateway.SignedIn(name);

        await owner.Enroll();

        (await thief.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await owner.GetAsync("/api/admin/accounts")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_and_a_recovery_code_are_good_once()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var browser = await gateway.SignedIn(name);
        var (secret, codes) = await browser.Enroll();
        codes.ShouldBeUnique();
        codes.Length.ShouldBe(10);
        clock.Ahead = TimeSpan.FromMinutes(1);
        var code = Code(secret);

        foreach (var once in new[] { code, codes[3] })
        {
            (await browser.Login(name, code: once)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
            (await (await browser.Login(name, code: once)).Rule()).ShouldBe("second-factor-wrong");
        }
    }

    [Fact]
    public async Task Codes_are_guessed_no_more_often_than_passwords()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var browser = await gateway.SignedIn(name);
        await browser.Enroll();
        using var thief = gateway.Client();

        for (var guess = 0; guess < 5; guess++)
        {
            (await (await thief.Login(name)).Rule()).ShouldBe("second-factor-needed");
            (await (await thief.Login(name, code: $"00000{guess}")).Rule()).ShouldBe("second-factor-wrong");
        }
        (await (await thief.Login(name, code: "000009")).Rule()).ShouldBe("account-locked");
    }

    [Fact]
    public async Task What_is_offered_is_of_no_use_before_a_code_of_it_was_shown()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var browser = await gateway.SignedIn(name);
        using var offer = await browser.PostAsync("/account/second-factor", null);
        var json = await offer.Json();
        json.GetProperty("uri").GetString()!.ShouldStartWith("otpauth://totp/");
        json.GetProperty("picture").GetString()!.ShouldStartWith("<svg");

        (await browser.Confirm("000000")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);

        (await browser.Login(name)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Who_lost_his_telephone_enrols_anew_after_the_security_administrator_took_it_out()
    {
        var name = await gateway.NewAccount(Role.Inspector);
        using var browser = await gateway.SignedIn(name);
        await browser.Enroll();
        (await (await browser.PostAsync("/account/second-factor", null)).Rule()).ShouldBe("second-factor-in-use");
        using var admin = await gateway.AsOperator();

        (await admin.DeleteAsync($"/api/admin/accounts/{name}/second-factor")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        (await browser.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await browser.Login(name)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private string Code(byte[] secret) => new Totp(secret).ComputeTotp(clock.GetUtcNow().UtcDateTime);
}
