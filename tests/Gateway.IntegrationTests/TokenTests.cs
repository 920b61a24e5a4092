using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Campaign.Gateway.Tokens;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

public sealed class TokenTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task A_client_gets_a_token_for_its_secret_and_it_opens_the_door()
    {
        var (clientId, secret) = await gateway.NewClient(Role.Inspector);

        using var answer = await gateway.AskForToken(clientId, secret);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var granted = await answer.Json();
        granted.GetProperty("token_type").GetString().ShouldBe("Bearer");
        granted.GetProperty("expires_in").GetInt32().ShouldBeInRange(3000, 3600);
        var me = await Me(granted.GetProperty("access_token").GetString()!);
        (await me.Json()).GetProperty("id").GetString().ShouldBe($"client:{clientId}");
    }

    [Fact]
    public async Task Basic_authentication_does_as_well_as_the_form()
    {
        var (clientId, secret) = await gateway.NewClient(Role.Inspector);
        using var client = gateway.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{clientId}:{secret}")));

        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        using var answer = await client.PostAsync("/connect/token", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("operator", "wrong")]
    [InlineData("operator", "")]
    [InlineData("nobody", "wrong")]
    public async Task A_wrong_secret_and_an_unknown_client_are_the_same_refusal(string clientId, string secret)
    {
        using var answer = await gateway.AskForToken(clientId, secret);

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Basic");
        var refused = await answer.Json();
        refused.EnumerateObject().Select(member => $"{member.Name}: {member.Value}").ShouldBe(
            ["error: invalid_client", "error_description: unknown client, wrong secret or disabled"], ignoreOrder: true);
    }

    [Fact]
    public async Task Guessing_secrets_is_slowed_down()
    {
        await using var strict = await TestGateway.Start(
            await Engines.FreshDatabase(), new Dictionary<string, string?>(StringComparer.Ordinal) { ["Limits:TokensPerMinute"] = "3" });
        for (var guess = 0; guess < 3; guess++) (await strict.AskForToken("operator", "wrong")).StatusCode.ShouldBe(
            HttpStatusCode.Unauthorized);

        using var refused = await strict.AskForToken("operator", TestGateway.OperatorSecret);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await refused.Rule()).ShouldBe("too-many-requests");
    }

    [Theory]
    [InlineData("grant_type=client_credentials&client_id=operator&client_id=operator", "a parameter twice")]
    [InlineData("client_id=operator&client_secret=x", "no grant type")]
    [InlineData("grant_type=client_credentials&client_id=operator&client_secret=x", "two ways at once")]
    public async Task A_request_that_is_none_is_said_to_be_so(string form, string why)
    {
        using var client = gateway.Client();
        if (why is "two ways at once")
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("operator:x"u8));
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await client.PostAsync("/connect/token", content);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, why);
        (await answer.Json()).GetProperty("error").GetString().ShouldBe("invalid_request", why);
    }

    [Fact]
    public async Task An_access_token_is_signed_names_its_holder_and_carries_no_rights()
    {
        var token = new JsonWebToken(await gateway.Token("operator", TestGateway.OperatorSecret));

        token.Alg.ShouldBe("ES256");
        token.Issuer.ShouldBe(TestIdentity.Authority);
        token.Audiences.ShouldBe(["campaign-gateway"]);
        token.Subject.ShouldBe("client:operator");
        (token.ValidTo - token.IssuedAt).ShouldBe(TimeSpan.FromHours(1));
        token.Claims.Select(claim => claim.Type).ShouldNotContain("role");
    }

    [Fact]
    public async Task The_discovery_document_says_where_tokens_and_keys_are()
    {
        using var client = gateway.Client();

        var document = await client.GetFromJsonAsync<JsonElement>("/.well-known/openid-configuration");

        document.GetProperty("issuer").GetString().ShouldBe(TestIdentity.Authority);
        new Uri(document.GetProperty("jwks_uri").GetString()!).AbsolutePath.ShouldBe("/.well-known/jwks.json");
        new Uri(document.GetProperty("token_endpoint").GetString()!).AbsolutePath.ShouldBe("/connect/token");
        document.GetProperty("grant_types_supported").EnumerateArray().ShouldHaveSingleItem().GetString().ShouldBe("client_credentials");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_character_that_no_database_keeps_is_the_callers_fault(bool basic)
    {
        using var client = gateway.Client();
        if (basic) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String("nobody\0:wrong"u8));
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), .. basic ? [] : new KeyValuePair<string, string>[] { new("client_id", "nobody\0") }]);

        using var answer = await client.PostAsync("/connect/token", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Json()).GetProperty("error").GetString().ShouldBe("invalid_request");
    }

    [Fact]
    public async Task Only_client_credentials_are_granted()
    {
        using var client = gateway.Client();
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "password"), new("client_id", "operator"), new("client_secret", TestGateway.OperatorSecret)]);
        using var answer = await client.PostAsync("/connect/token", form);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Json()).GetProperty("error").GetString().ShouldBe("unsupported_grant_type");
    }

    private async Task<HttpResponseMessage> Me(string token)
    {
        using var client = gateway.Client().As(token);
        return await client.GetAsync("/account/me");
    }
}
