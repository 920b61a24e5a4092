using System.Net;
using System.Security.Cryptography;
using System.Text;
using Campaign.Gateway.Setup;
using Campaign.Testing;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>What outsiders are told beside the answer: what a browser may do with it, and nothing of what runs here.</summary>
public sealed class BrowserHeaderTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Theory]
    [InlineData("/docs/index.html")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/setup/unknown")]
    [InlineData("/account/me")]
    [InlineData("/health/ready")]
    [InlineData("/nowhere")]
    public async Task Every_answer_says_what_a_browser_may_do_with_it(string path)
    {
        using var client = gateway.Client();
        using var answer = await client.GetAsync(path);

        var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("default-src 'self'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.Split("; ").Single(rule => rule.StartsWith("script-src", StringComparison.Ordinal)).ShouldNotContain("unsafe");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        answer.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task The_script_of_the_set_up_page_may_run()
    {
        var script = SetupPage.Html.Split("<script>")[1].Split("</script>")[0];
        using var client = gateway.Client();
        using var answer = await client.GetAsync("/setup/unknown");

        answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem()
            .ShouldContain($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)))}'");
    }

    [Fact]
    public async Task The_documentation_has_no_script_of_its_own_in_the_page()
    {
        using var client = gateway.Client();
        var page = await client.GetStringAsync("/docs/index.html");
        page.Split("<script").Skip(1).ShouldAllBe(script => script.Contains("src=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/health/details")]
    public async Task Health_tells_outsiders_that_it_works_and_no_more(string path)
    {
        using var client = gateway.Client();
        (await client.GetStringAsync(path)).ShouldBe("""{"status":"Healthy"}""");

        client.DefaultRequestHeaders.Add(OperatorsHealth.SecretHeader, new string('x', TestGateway.OperatorSecret.Length));
        (await client.GetStringAsync(path)).ShouldBe("""{"status":"Healthy"}""");

        client.DefaultRequestHeaders.Remove(OperatorsHealth.SecretHeader);
        client.DefaultRequestHeaders.Add(OperatorsHealth.SecretHeader, TestGateway.OperatorSecret);
        var told = await (await client.GetAsync(path)).Json();
        told.GetProperty("version").GetString().ShouldNotBeNullOrEmpty();
    }
}
