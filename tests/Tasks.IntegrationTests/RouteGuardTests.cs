using Campaign.Testing;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Tasks.IntegrationTests;

public sealed class RouteGuardTests(TasksFixture fixture) : IClassFixture<TasksFixture>
{
    [Fact]
    public async Task Every_route_lets_in_exactly_the_roles_it_names()
    {
        var routes = fixture.Host.Get<EndpointDataSource>();
        using var client = fixture.Host.CreateClient();

        RouteGuards.Count(routes).ShouldBeGreaterThan(20);
        (await RouteGuards.Walk(routes, client, fixture.Surroundings.Identity)).ShouldBeEmpty();
    }
}
