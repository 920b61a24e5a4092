using Campaign.Testing;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Scoring.IntegrationTests;

public sealed class RouteGuardTests(ScoringFixture fixture) : IClassFixture<ScoringFixture>
{
    [Fact]
    public async Task Every_route_lets_in_exactly_the_roles_it_names()
    {
        var routes = fixture.Host.Get<EndpointDataSource>();
        using var client = fixture.Host.CreateClient();

        RouteGuards.Count(routes).ShouldBeGreaterThan(10);
        (await RouteGuards.Walk(routes, client, fixture.Surroundings.Identity)).ShouldBeEmpty();
    }
}
