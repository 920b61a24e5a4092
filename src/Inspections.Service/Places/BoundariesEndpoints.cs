using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Web;

namespace Campaign.Inspections.Places;

internal static class BoundariesEndpoints
{
    public static void Map(RouteGroupBuilder street)
    {
        var boundaries = street.MapGroup("/boundaries").WithTags("Reference");
        boundaries.MapPut("/", Put).Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
            .WithSummary("设置社区边界（GeoJSON）").Produces<VersionedResult>();
        boundaries.MapGet("/", Get).Allow(Enum.GetValues<Role>())
            .WithSummary("社区边界（GeoJSON，WGS-84）").Produces<BoundaryFeatures>().WithETag();
    }

    private static async Task<IResult> Put(
        string street, BoundaryFeatures body, CoordinateSystem? coordinateSystem, Commands commands, KnownCommunities known)
    {
        var system = coordinateSystem ?? CoordinateSystem.Wgs84;
        var (boundaries, refusal) = body.Read(system);
        if (refusal is not null) return Problems.Of(refusal);
        var communities = await known.All(street, commands.Cancellation);
        var index = boundaries.TakeWhile(boundary => communities.Contains(boundary.Community)).Count();
        if (index < boundaries.Count)
            return Problems.Of(BoundaryRules.CommunityUnknown with { Pointer = $"/features/{index}/properties/community" });
        return await commands.Run(
            StreetBoundaries.Stream(street), new SetBoundaries(boundaries, system, commands.Now).Decide);
    }

    private static async Task<IResult> Get(string street, IEventStore store, HttpContext http)
    {
        var (boundaries, version) = await store.Load(StreetBoundaries.Stream(street), http.RequestAborted);
        ETags.Write(http, version);
        return TypedResults.Ok(BoundaryFeatures.Of(boundaries.Communities));
    }
}
