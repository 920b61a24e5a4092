using Campaign.EventStore;
using Campaign.Inspections.Places;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.Findings;

internal static class DecideProposalEndpoints
{
    private static readonly Role[] Deciders = [Role.StreetOffice, Role.DistrictOffice, Role.Administrator];

    public static void Map(RouteGroupBuilder findings)
    {
        findings.MapGet("/nearby", Nearby)
            .Allow(Role.Inspector, Role.StreetOffice, Role.DistrictOffice, Role.Integration, Role.Administrator)
            .WithSummary("登记前查找附近同类案件").Produces<IReadOnlyList<Neighbour>>();
        findings.MapPost("/{id:guid}/proposals/{other:guid}/confirmation", Confirm).Allow(Deciders)
            .WithSummary("确认疑似重复（并案）或疑似反弹（并案并开启新一轮）").Produces<VersionedResult>();
        findings.MapPost("/{id:guid}/proposals/{other:guid}/dismissal", Dismiss).Allow(Deciders)
            .WithSummary("排除疑似").Produces<VersionedResult>();
    }

    private static async Task<IResult> Nearby(
        string street, [AsParameters] NearbyQuery query, Surroundings surroundings, TimeProvider clock, CancellationToken cancellation) =>
        TypedResults.Ok((await surroundings.Of(street, query.Category, query.Place, clock.GetUtcNow(), cancellation)).Neighbours);

    private static Task<IResult> Confirm(string street, Guid id, Guid other, Commands commands) => commands.Run<Finding>(
        new StreamId(street, id),
        async (finding, streams) =>
            new ConfirmProposal(id, other, commands.Now).Decide(finding, await streams.Load<Finding>(new StreamId(street, other))));

    private static Task<IResult> Dismiss(string street, Guid id, Guid other, Dismissal body, Commands commands) =>
        commands.Run<Finding>(new StreamId(street, id), new DismissProposal(other, body.Reason, commands.Now).Decide);
}

internal sealed record NearbyQuery(string Category, double Longitude, double Latitude, CoordinateSystem? CoordinateSystem)
{
    internal ReportedPlace Place => new(Longitude, Latitude, CoordinateSystem: CoordinateSystem);

    internal sealed class Validator : AbstractValidator<NearbyQuery>
    {
        public Validator()
        {
            RuleFor(x => x.Category).MaximumLength(20);
            RuleFor(x => x.Longitude).InclusiveBetween(-180, 180);
            RuleFor(x => x.Latitude).InclusiveBetween(-90, 90);
        }
    }
}

internal sealed record Dismissal(string? Reason)
{
    internal sealed class Validator : AbstractValidator<Dismissal>
    {
        public Validator() => RuleFor(x => x.Reason).MaximumLength(500);
    }
}
