using Campaign.Inspections.Offline;
using Campaign.Web;
using Microsoft.AspNetCore.Routing;

namespace Campaign.Inspections.IntegrationTests.Offline;

public sealed class SyncRoleTests(InspectionsFixture fixture) : IClassFixture<InspectionsFixture>
{
    private const string Street = "/api/streets/{street}";

    private static readonly Dictionary<string, string> Online = new(StringComparer.Ordinal)
    {
        ["recordFinding"] = "POST /findings/",
        ["addPhotos"] = "POST /findings/{id:guid}/photos",
        ["verifyRectification"] = "POST /findings/{id:guid}/verification",
        ["reportRelapse"] = "POST /findings/{id:guid}/relapse",
        ["voidFinding"] = "POST /findings/{id:guid}/void",
        ["startInspection"] = "POST /inspections/",
        ["startPlannedInspection"] = "POST /inspections/{id:guid}/start",
        ["scoreItem"] = "PUT /inspections/{id:guid}/items/{no:int}",
        ["scoreItems"] = "PUT /inspections/{id:guid}/items",
        ["submitInspection"] = "POST /inspections/{id:guid}/submission",
        ["confirmInspection"] = "POST /inspections/{id:guid}/confirmation",
        ["lookBackResult"] = "POST /look-backs/{id:guid}/result",
    };

    [Fact]
    public void Nobody_may_do_offline_what_he_may_not_do_online()
    {
        var routes = fixture.Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<AllowedRoles>() is not null)
            .ToLookup(
                route =>
                    $"{route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0]} {route.RoutePattern.RawText![Street.Length..]}",
                route => route.Metadata.GetMetadata<AllowedRoles>()!.Roles, StringComparer.Ordinal);

        foreach (var kind in fixture.Host.Get<IntentKinds>().All)
            kind.Allowed.ShouldBe(routes[Online[kind.Name]].Single().Intersect(SyncEndpoints.Allowed), ignoreOrder: true, kind.Name);
    }
}
