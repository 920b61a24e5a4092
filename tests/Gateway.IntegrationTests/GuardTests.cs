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
}
