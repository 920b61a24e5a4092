using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Campaign.Gateway.Accounts;
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

/// <summary>How long a token is good, and for whom.</summary>
public sealed class TokenLifeTests(GatewayFixture fixture) : IClassFixture<GatewayFixture>
{
    private readonly TestGateway gateway = fixture.Gateway;

    [Fact]
    public async Task A_disabled_client_gets_no_token_and_its_old_one_ends()
    {
        var (clientId, secret) = await gateway.NewClient(Role.Inspector);
        var token = await gateway.Token(clientId, secret);
        (await Me(token)).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var admin = await gateway.AsOperator();
        (await admin.PutAsJsonAsync($"/api/admin/clients/{clientId}", TestGateway.Rights(Role.Inspector, disabled: true)))
            .EnsureSuccessStatusCode();

        (await Me(token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await gateway.AskForToken(clientId, secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_token_ends_with_the_rights_it_was_given_under()
    {
        var (clientId, secret) = await gateway.NewClient(Role.Inspector);
        var token = await gateway.Token(clientId, secret);
        using var admin = await gateway.AsOperator();

        (await admin.PutAsJsonAsync($"/api/admin/clients/{clientId}", TestGateway.Rights(Role.Leader))).EnsureSuccessStatusCode();

        (await Me(token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Me(await gateway.Token(clientId, secret))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>As in a database that was restored, where nobody has begun an epoch.</summary>
    [Fact]
    public async Task Who_is_disabled_is_let_in_in_no_epoch()
    {
        var (clientId, secret) = await gateway.NewClient(Role.Inspector);
        var token = await gateway.Token(clientId, secret);
        await using (var db = await gateway.Services.GetRequiredService<IDbContextFactory<GatewayDb>>().CreateDbContextAsync())
        {
            await db.Clients.Where(client => client.ClientId == clientId)
                .ExecuteUpdateAsync(set => set.SetProperty(client => client.Disabled, true));
        }
        gateway.Services.GetRequiredService<Sessions>().Forget(MachineClient.Named(clientId));

        (await Me(token)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_rotated_secret_replaces_the_old_one()
    {
        var (clientId, old) = await gateway.NewClient(Role.Inspector);
        using var admin = await gateway.AsOperator();

        using var rotated = await admin.PostAsync($"/api/admin/clients/{clientId}/secret", null);

        (await gateway.AskForToken(clientId, old)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var secret = (await rotated.Json()).GetProperty("clientSecret").GetString()!;
        (await gateway.AskForToken(clientId, secret)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_ends_after_an_hour()
    {
        var clock = new ShiftedClock();
        await using var aging = await TestGateway.Start(await Engines.FreshDatabase(), clock: clock);
        using var client = await aging.AsOperator();
        clock.Ahead = TimeSpan.FromMinutes(59);
        (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        clock.Ahead = TimeSpan.FromMinutes(62);

        (await (await client.GetAsync("/account/me")).Rule()).ShouldBe("token-refused");
    }

    [Fact]
    public async Task A_token_whose_key_is_gone_is_refused_however_often_it_was_good()
    {
        await using var rekeyed = await TestGateway.Start(await Engines.FreshDatabase());
        using var client = await rekeyed.AsOperator();
        for (var time = 0; time < 2; time++) (await client.GetAsync("/account/me")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using (var db = await rekeyed.Services.GetRequiredService<IDbContextFactory<GatewayDb>>().CreateDbContextAsync())
            await db.SigningKeys.ExecuteDeleteAsync();
        await rekeyed.Services.GetRequiredService<KeyRing>().Refresh(default);

        (await (await client.GetAsync("/account/me")).Rule()).ShouldBe("token-refused");
    }

    [Fact]
    public async Task Tokens_that_are_not_ours_for_us_are_refused()
    {
        using var foreign = new TestIdentity();
        var ours = (await gateway.Token("operator", TestGateway.OperatorSecret)).Split('.');
        var forServices = ServiceToken.Write(
            TestIdentity.Caller(Role.Administrator, "*"), TestIdentity.Authority, gateway.Services.GetRequiredService<KeyRing>().Signing,
            TimeProvider.System.GetUtcNow());
        var unsigned = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        foreach (
            var token in new[] { foreign.Token(Role.Administrator, "*"), forServices, $"{unsigned}.{ours[1]}.", $"{ours[0]}.{ours[1]}.",
                "nonsense", "a.b.c" })
            (await (await Me(token)).Rule()).ShouldBe("token-refused", token);
    }

    [Fact]
    public async Task Nobody_is_sent_to_sign_in()
    {
        using var client = gateway.Client();
        using var answer = await client.GetAsync("/account/me");

        (await answer.Rule()).ShouldBe("sign-in-required");
        answer.Headers.WwwAuthenticate.ShouldHaveSingleItem().Scheme.ShouldBe("Bearer");
    }

    private async Task<HttpResponseMessage> Me(string token)
    {
        using var client = gateway.Client().As(token);
        return await client.GetAsync("/account/me");
    }
}
