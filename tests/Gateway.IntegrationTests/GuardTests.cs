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

/// <summary>What every service gets from ServiceDefaults, shown on one as small as can be.</summary>
public sealed class GuardTests
{
    private const string Units = $"/api/streets/{TestGateway.Street}/units";

    [Fact]
    public async Task Every_route_is_guarded_as_it_says()
    {
        using var identity = new TestIdentity();
        await using var service = await TestService.Start(identity.Settings);
        using var client = service.Client();
        var routes = service.App.Services.GetRequiredService<EndpointDataSource>();

        var matrix = await RouteGuards.Walk(routes, client, identity);

        matrix.Operations.Count.ShouldBe(4);
        matrix.Probes.ShouldBeGreaterThan(4 * Enum.GetValues<Role>().Length);
        matrix.Wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_walk_finds_a_route_that_refuses_whom_it_allows()
    {
        using var identity = new TestIdentity();
        await using var service = await TestService.Start(identity.Settings, app =>
            app.MapStreet().MapGet("/units", () => "").Allow(Role.Leader)
                .RequireAuthorization(policy => policy.RequireAssertion(_ => false)));
        using var client = service.Client();

        var (wrong, _, _) = await RouteGuards.Walk(service.App.Services.GetRequiredService<EndpointDataSource>(), client, identity);

        wrong.ShouldContain(finding => finding.Contains("as Leader: expected to pass", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/api/streets/{street}/units")]
    [InlineData("/api/district/streets")]
    [InlineData("/api/anything")]
    public async Task A_service_with_an_unguarded_route_does_not_start(string pattern)
    {
        using var identity = new TestIdentity();

        var failure = await Should.ThrowAsync<InvalidOperationException>(
            () => TestService.Start(identity.Settings, app => app.MapGet(pattern, () => "")));

        failure.Message.ShouldContain(pattern);
    }

    [Fact]
    public async Task A_route_for_anyone_says_so()
    {
        using var identity = new TestIdentity();
        await using var service = await TestService.Start(identity.Settings, app => app.MapGet("/api/anything", () => "").AllowAnonymous());
        using var client = service.Client();

        (await client.GetAsync("/api/anything")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

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

    [Theory]
    [InlineData("unit-1", true)]
    [InlineData("unit-2", false)]
    public void An_officer_acts_for_his_units(string unit, bool may) =>
        TestIdentity.Caller(Role.UnitOfficer, TestGateway.Street, "unit-1").ActsFor(unit).ShouldBe(may);

    [Fact]
    public void An_office_acts_for_every_unit_and_a_leader_who_is_also_officer_does_not()
    {
        TestIdentity.Caller(Role.StreetOffice, TestGateway.Street).ActsFor("unit-1").ShouldBeTrue();
        var both = TestIdentity.Caller(
            Role.UnitOfficer, TestGateway.Street) with
        { Roles = new HashSet<Role> { Role.UnitOfficer, Role.Leader } };
        both.ActsFor("unit-1").ShouldBeFalse();
    }

    private static async Task<HttpStatusCode> Ask(TestService service, string token)
    {
        using var client = service.Client().As(token);
        using var answer = await client.GetAsync(Units);
        return answer.StatusCode;
    }
}
