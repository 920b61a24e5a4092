using Campaign.Web;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Testing;

/// <summary>What holds for every service alike; each service's tests derive from it once.</summary>
public abstract class ServiceConventions<TFixture, TModule>(TFixture fixture) : IClassFixture<TFixture>
    where TFixture : ServiceFixture<TModule>
    where TModule : class
{
    [Fact]
    public async Task Every_route_lets_in_exactly_the_roles_it_names()
    {
        var routes = fixture.Host.Get<EndpointDataSource>();
        using var client = fixture.Host.CreateClient();

        var matrix = await RouteGuards.Walk(routes, client, fixture.Surroundings.Identity);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{fixture.Service}: {matrix.Operations.Count} routes, {Enum.GetValues<Role>().Length} roles, {matrix.Probes} probes");
        matrix.Wrong.ShouldBeEmpty();
        (await OpenApi.Operations(fixture.Service)).Except(matrix.Operations, StringComparer.Ordinal)
            .ShouldBeEmpty("documented, and not walked");
    }

    [Fact]
    public async Task What_no_list_can_be_asked_is_refused_with_what_it_can()
    {
        using var client = fixture.Host.CreateClient();
        var (wrong, asked) = await QueryWalk.Walk(fixture.Service, client, fixture.Surroundings.Identity);
        asked.ShouldBeGreaterThan(0, "an empty walk proves nothing");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_published_document_is_the_one_in_the_repository()
    {
        using var client = fixture.Host.CreateClient();
        await OpenApi.Verify(client, fixture.Service);
    }
}
