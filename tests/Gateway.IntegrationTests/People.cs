using System.Net.Http.Json;
using System.Text.Json;
using Campaign.Web;
using OtpNet;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Accounts of people and their browsers.</summary>
internal static class People
{
    public const string Password = "correct horse battery";

    public static async Task<string> NewAccount(
        this TestGateway gateway, Role role, string street = TestGateway.Street, string? password = Password)
    {
        using var admin = await gateway.AsOperator();
        var name = $"u{Guid.NewGuid():N}";
        using var answer = await admin.PutAsJsonAsync($"/api/admin/accounts/{name}", AccountOf(role, street, password));
        answer.EnsureSuccessStatusCode();
        return name;
    }

    public static object AccountOf(Role role, string street = TestGateway.Street, string? password = Password) =>
        new { roles = new[] { role.ToString() }, streets = new[] { street }, post = "创卫办副主任", password };

    public static Task<HttpResponseMessage> Login(
        this HttpClient browser, string userName, string password = Password, string? code = null) =>
        browser.PostAsJsonAsync("/account/login", new { userName, password, code });

    /// <summary>A browser with a session and the anti-forgery token; an administrator has enrolled with it.</summary>
    public static async Task<HttpClient> SignedIn(this TestGateway gateway, Role role, string street = TestGateway.Street) =>
        await gateway.SignedIn(await gateway.NewAccount(role, street), role);

    public static async Task<HttpClient> SignedIn(this TestGateway gateway, string name, Role? role = null)
    {
        var browser = gateway.Client();
        using var answer = await browser.Login(name);
        answer.EnsureSuccessStatusCode();
        await browser.ShowAntiForgeryToken();
        if (role is Role.SystemAdministrator or Role.SecurityAdministrator or Role.AuditAdministrator) await browser.Enroll();
        return browser;
    }

    public static async Task ShowAntiForgeryToken(this HttpClient browser)
    {
        browser.DefaultRequestHeaders.Remove("X-CSRF-Token");
        browser.DefaultRequestHeaders.Add("X-CSRF-Token", (await browser.Me()).GetProperty("antiForgeryToken").GetString());
    }

    public static Task<JsonElement> Me(this HttpClient browser) => browser.GetFromJsonAsync<JsonElement>("/account/me");

    /// <returns>The secret of the authenticator and the recovery codes.</returns>
    public static async Task<(byte[] Secret, string[] Codes)> Enroll(this HttpClient browser)
    {
        using var offered = await browser.PostAsync("/account/second-factor", null);
        offered.EnsureSuccessStatusCode();
        var secret = Base32Encoding.ToBytes((await offered.Json()).GetProperty("secret").GetString());
        using var confirmed = await browser.Confirm(new Totp(secret).ComputeTotp());
        confirmed.EnsureSuccessStatusCode();
        var codes = (await confirmed.Json()).GetProperty("codes").EnumerateArray().Select(code => code.GetString()!);
        return (secret, [.. codes]);
    }

    public static Task<HttpResponseMessage> Confirm(this HttpClient browser, string code) =>
        browser.PostAsJsonAsync("/account/second-factor/confirmation", new { code });
}
