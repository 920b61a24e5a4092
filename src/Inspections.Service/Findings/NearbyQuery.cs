using Campaign.Inspections.Places;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

internal static class NearbyQuery
{
    public static void Map(RouteGroupBuilder findings) => findings
        .MapGet("/nearby", Handle)
        .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator)
        .WithSummary("登记前查找附近同类案件").Produces<IReadOnlyList<Neighbour>>();

    private static async Task<IResult> Handle(
        string street, [AsParameters] NearbyFilter filter, RecordingContextLoader contexts, TimeProvider clock,
        CancellationToken cancellation) =>
        TypedResults.Ok((await contexts.Of(street, filter.Category, filter.Place, clock.GetUtcNow(), cancellation)).Neighbours);
}

internal sealed record NearbyFilter(string Category, double Longitude, double Latitude, CoordinateSystem? CoordinateSystem)
{
    internal ReportedPlace Place => new(Longitude, Latitude, CoordinateSystem: CoordinateSystem);

    internal sealed class Validator : AbstractValidator<NearbyFilter>
    {
        public Validator()
        {
            RuleFor(x => x.Category).MaximumLength(20);
            RuleFor(x => x.Longitude).InclusiveBetween(-180, 180);
            RuleFor(x => x.Latitude).InclusiveBetween(-90, 90);
        }
    }
}
