using System.Net;
using System.Net.Http.Json;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>What a proxy in front says of the caller is believed where it is known, and nowhere else.</summary>
public sealed class TrustedProxyTests
{
    private const string Password = "correct horse battery";

    [Theory]
    [InlineData("127.0.0.1", null)]
    [InlineData(null, "10.0.0.0/8, 127.0.0.0/8")]
    public async Task Behind_a_known_proxy_that_ends_TLS_the_cookie_is_secure_and_TLS_is_asked_for(string? proxies, string? networks)
    {
        await using var gateway = await Start(("Proxy:KnownProxies", proxies), ("Proxy:KnownNetworks", networks));
        var name = await NewAccount(gateway);

        using var answer = await Login(gateway, name, Password, "203.0.113.7");

        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldContain("; secure", Case.Insensitive);
        answer.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem().ShouldContain("max-age=31536000");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("192.0.2.1")]
    public async Task What_an_unknown_one_says_is_not_believed(string? proxies)
    {
        await using var gateway = await Start(("Proxy:KnownProxies", proxies), ("Limits:SignInsPerMinute", "1"));
        var name = await NewAccount(gateway);

        using var answer = await Login(gateway, name, Password, "203.0.113.7");
        answer.Headers.GetValues("Set-Cookie").ShouldHaveSingleItem().ShouldNotContain("; secure", Case.Insensitive);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();

        using var again = await Login(gateway, name, Password, "203.0.113.8");
        again.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Limits_go_by_the_callers_address_and_each_door_has_its_own()
    {
        await using var gateway = await Start(("Proxy:KnownProxies", "127.0.0.1"), ("Limits:SignInsPerMinute", "2"));
        for (var i = 0; i < 2; i++)
            (await Login(gateway, "nobody", "wrong", "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        (await Login(gateway, "nobody", "wrong", "203.0.113.7")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);

        (await Login(gateway, "nobody", "wrong", "203.0.113.8")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var client = From(gateway, "203.0.113.7");
        (await client.GetAsync("/setup/unknown")).StatusCode.ShouldBe(HttpStatusCode.Gone);
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", "operator"), new("client_secret", TestGateway.OperatorSecret)]);
        (await client.PostAsync("/connect/token", form)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_is_not_let_in_is_written_down_with_the_address_and_without_the_link()
    {
        await using var gateway = await Start(("Proxy:KnownProxies", "127.0.0.1"));
        using var heard = new LogHeard();
        gateway.Services.GetRequiredService<ILoggerFactory>().AddProvider(heard);

        await Login(gateway, "nobody", "wrong", "203.0.113.7");
        using var client = From(gateway, "203.0.113.9");
        await client.GetAsync("/setup/secret-link");
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "x")]);
        await client.PostAsync("/connect/token", form);

        await heard.Says("Sign-in refused at /account/login with 401 from 203.0.113.7");
        await heard.Says("Sign-in refused at /setup with 410 from 203.0.113.9");
        await heard.Says("Sign-in refused at /connect/token");
        heard.Lines.Where(line => line.Contains("refused", StringComparison.Ordinal))
            .ShouldAllBe(line => !line.Contains("secret-link", StringComparison.Ordinal));
    }

    private static async Task<TestGateway> Start(params (string Key, string? Value)[] settings) => await TestGateway.Start(
        await Engines.FreshDatabase(),
        settings.Where(setting => setting.Value is not null)
            .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.Ordinal));

    private static async Task<string> NewAccount(TestGateway gateway)
    {
        using var admin = await gateway.AsOperator();
        var name = $"u{Guid.NewGuid():N}";
        (await admin.PutAsJsonAsync(
            $"/api/admin/accounts/{name}",
            new { roles = new[] { nameof(Role.Leader) }, streets = new[] { TestGateway.Street }, password = Password }))
            .EnsureSuccessStatusCode();
        return name;
    }

    private static HttpClient From(TestGateway gateway, string address)
    {
        var client = gateway.Client();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        // Of localhost nobody asks for TLS.
        client.DefaultRequestHeaders.Host = "campaign.example";
        return client;
    }

    private static async Task<HttpResponseMessage> Login(TestGateway gateway, string userName, string password, string address)
    {
        using var client = From(gateway, address);
        return await client.PostAsJsonAsync("/account/login", new { userName, password });
    }
}
