using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using FluentValidation;
using Npgsql;

namespace Campaign.Tasks.Rectifications;

/// <summary>批量交办: each as <see cref="RouteByHand"/> alone; what is refused of one keeps no other back.</summary>
internal static class RouteManyByHandEndpoint
{
    public static void Map(RouteGroupBuilder unrouted) => unrouted
        .MapPost("/routings", Handle).Allow(Audience.Offices).WithSummary("批量交办（逐条答复）").Produces<IReadOnlyList<RowResult>>();

    private static async Task<IResult> Handle(
        string street, HandRoutings body, Commands commands, OrganisationLookup register, NpgsqlDataSource database)
    {
        var guarantors = await register.GuarantorsOn(street, ChinaTime.DateOf(commands.Now), commands.Cancellation);
        var results = new List<RowResult>();
        foreach (var row in body.Items) results.Add(await Route(row) with { Id = row.Finding });
        return TypedResults.Ok(results);

        async Task<RowResult> Route(HandRoutingOf row)
        {
            if (!await register.KnowsUnit(street, row.Unit, commands.Cancellation))
                return RowResult.Refused(row.Finding, OrganisationRules.UnitUnknown);
            return await RouteByHandEndpoint.LatestRound(database, street, row.Finding, commands.Cancellation) is { } round
                ? await commands.RunRow(
                    Assignment.Stream(street, round), new RouteByHand(row.Unit, row.Due, commands.Now, guarantors).Decide, row.Version)
                : RowResult.Refused(row.Finding, AssignmentRules.NotFound);
        }
    }
}

internal sealed record HandRoutings(IReadOnlyList<HandRoutingOf> Items)
{
    internal sealed class Validator : AbstractValidator<HandRoutings>
    {
        private const int MaxRows = 100;

        public Validator()
        {
            RuleFor(x => x.Items).NotEmpty();
            RuleFor(x => x.Items).AtMost(MaxRows);
            RuleForEach(x => x.Items).NotNull().ChildRules(row =>
            {
                row.RuleFor(x => x.Finding).NotEmpty();
                row.RuleFor(x => x.Version).GreaterThanOrEqualTo(0);
                row.RuleFor(x => x.Unit).NotEmpty();
            });
        }
    }
}

/// <param name="Version">The version of its assignment that the office has seen; another is refused for this row.</param>
internal sealed record HandRoutingOf(Guid Finding, string Unit, DateTimeOffset Due, long? Version = null);
