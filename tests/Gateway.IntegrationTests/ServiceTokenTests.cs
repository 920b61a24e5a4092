using System.Net;
using Campaign.Testing;
using Campaign.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Shouldly;
using Xunit;

namespace Campaign.Gateway.IntegrationTests;

/// <summary>Which tokens a service believes, and where it has the keys from.</summary>
public sealed class ServiceTokenTests
{
    private const string Units = $"/api/streets/{TestGateway.Street}/units";

    [Fact]
    public async Task An_expired_a_forged_and_a_foreign_issuers_token_are_refused()
    {
        using var identity = new TestIdentity();
        await using var service = await TestService.Start(identity.Settings);
        var elsewhere = ServiceToken.Write(
            TestIdentity.Caller(Role.StreetOffice, TestGateway.Street), "https://elsewhere.test", identity.SigningKey,
            TimeProvider.System.GetUtcNow());
        var forOthers = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = TestIdentity.Authority,
            Audience = "campaign-gateway",
            Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = identity.SigningKey,
        });
        var unsigned =
            $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{identity.Token(Role.StreetOffice, TestGateway.Street).Split('.')[1]}.";

        var (expired, foreign) = (
            identity.ExpiredToken(Role.StreetOffice, TestGateway.Street), identity.ForeignToken(Role.StreetOffice, TestGateway.Street));
        foreach (var token in new[] { expired, foreign, elsewhere, forOthers, unsigned })
        {
            using var client = service.Client().As(token);
            (await (await client.GetAsync(Units)).Rule()).ShouldBe("token-refused");
        }
    }

    [Fact]
    public async Task A_service_whose_gateway_is_not_up_yet_says_come_back()
    {
        using var identity = new TestIdentity();
        await using var service = await TestService.Trusting(new Uri("http://127.0.0.1:9/jwks"));
        using var client = service.Client().As(identity.Token(Role.StreetOffice, TestGateway.Street));

        using var answer = await client.GetAsync(Units);

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await answer.Rule()).ShouldBe("identity-unavailable");
    }

    [Fact]
    public async Task A_service_takes_up_a_key_it_has_not_seen()
    {
        using var old = new TestIdentity();
        using var rotated = new TestIdentity();
        var published = old.Jwks;
        var clock = new ShiftedClock();
        await using var issuer = await TestService.Start(old.Settings, app => app.MapGet("/jwks", () => Results.Text(published)));
        await using var service = await TestService.Trusting(new Uri(issuer.Address, "/jwks"), clock);
        var (oldToken, newToken) = (old.Token(Role.StreetOffice, TestGateway.Street), rotated.Token(Role.StreetOffice, TestGateway.Street));
        (await Ask(service, oldToken)).ShouldBe(HttpStatusCode.OK);

        published = rotated.Jwks;
        clock.Ahead = TimeSpan.FromSeconds(10);

        (await Ask(service, newToken)).ShouldBe(HttpStatusCode.OK);
        (await Ask(service, oldToken)).ShouldBe(HttpStatusCode.Unauthorized, "its key is gone, however often it was good");
    }

    [Fact]
    public async Task Made_up_keys_make_no_service_fetch_again_and_again()
    {
        using var identity = new TestIdentity();
        var fetches = 0;
        await using var issuer = await TestService.Start(identity.Settings, app => app.MapGet("/jwks", () =>
        {
            Interlocked.Increment(ref fetches);
            return Results.Text(identity.Jwks);
        }));
        await using var service = await TestService.Trusting(new Uri(issuer.Address, "/jwks"));

        for (var attempt = 0; attempt < 20; attempt++)
        {
            using var madeUp = new TestIdentity();
            (await Ask(service, madeUp.Token(Role.StreetOffice, TestGateway.Street))).ShouldBe(HttpStatusCode.Unauthorized);
        }

        fetches.ShouldBeLessThan(10);
    }

    [Fact]
    public async Task While_the_gateway_is_away_its_last_keys_are_good_and_others_cannot_be_judged()
    {
        using var identity = new TestIdentity();
        using var rotated = new TestIdentity();
        var issuer = await TestService.Start(identity.Settings, app => app.MapGet("/jwks", () => Results.Text(identity.Jwks)));
        await using var service = await TestService.Trusting(new Uri(issuer.Address, "/jwks"));
        (await Ask(service, identity.Token(Role.StreetOffice, TestGateway.Street))).ShouldBe(HttpStatusCode.OK);

        await issuer.DisposeAsync();

        (await Ask(service, rotated.Token(Role.StreetOffice, TestGateway.Street))).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await Ask(service, identity.Token(Role.StreetOffice, TestGateway.Street))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_that_was_good_is_refused_when_its_time_is_over()
    {
        using var identity = new TestIdentity();
        var clock = new ShiftedClock();
        await using var issuer = await TestService.Start(identity.Settings, app => app.MapGet("/jwks", () => Results.Text(identity.Jwks)));
        await using var service = await TestService.Trusting(new Uri(issuer.Address, "/jwks"), clock);
        var token = identity.Token(Role.StreetOffice, TestGateway.Street);
        for (var time = 0; time < 3; time++) (await Ask(service, token)).ShouldBe(HttpStatusCode.OK);

        clock.Ahead = TimeSpan.FromDays(1);

        (await Ask(service, token)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<HttpStatusCode> Ask(TestService service, string token)
    {
        using var client = service.Client().As(token);
        using var answer = await client.GetAsync(Units);
        return answer.StatusCode;
    }
}
