using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.DueDates;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using FluentValidation;
using Npgsql;

namespace Campaign.Tasks.Rectifications;

/// <summary>交办 by the office, of a finding in the queue.</summary>
/// <param name="Guarantors">Who answers for which community.</param>
internal sealed record RouteByHand(string Unit, DateTimeOffset Due, DateTimeOffset Now, Guarantors? Guarantors = null)
{
    public Decision Decide(Assignment assignment) => assignment switch
    {
        { Exists: false } => AssignmentRules.NotFound,
        { IsOpen: true } when assignment.Unit == Unit && assignment.Due == Due => Decision.Nothing,
        { Status: not AssignmentStatus.Unrouted } => RectificationRules.NotUnrouted,
        _ when Due <= Now => AssignmentRules.DueInThePast,
        _ => Decision.Of(new RectificationIssued(assignment.Finding!, Unit, [], GuarantorOf(assignment), Due, Now)),
    };

    private string? GuarantorOf(Assignment assignment) =>
        Guarantors?.Of(Unit, assignment.Facet<Rectification>().Details?.Community);
}

internal static class RouteByHandEndpoint
{
    public static void Map(RouteGroupBuilder unrouted) => unrouted
        .MapPost("/{findingId:guid}/routing", Handle).Allow(Audience.Offices).WithSummary("人工交办").Produces<VersionedResult>();

    private static async Task<IResult> Handle(
        string street, Guid findingId, HandRouting body, Commands commands, OrganisationLookup register, NpgsqlDataSource database)
    {
        if (!await register.KnowsUnit(street, body.Unit, commands.Cancellation)) return Problems.Of(OrganisationRules.UnitUnknown);
        if (await LatestRound(database, street, findingId, commands.Cancellation) is not { } round)
            return Problems.Of(AssignmentRules.NotFound);
        var guarantors = await register.GuarantorsOn(street, ChinaTime.DateOf(commands.Now), commands.Cancellation);
        return await commands.Run(
            Assignment.Stream(street, round), new RouteByHand(body.Unit, body.Due, commands.Now, guarantors).Decide);
    }

    public static async Task<Guid?> LatestRound(NpgsqlDataSource database, string street, Guid finding, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<Guid?>(new CommandDefinition(
            "SELECT id FROM assignments WHERE street = @street AND finding_id = @finding ORDER BY round DESC LIMIT 1",
            new { street, finding }, cancellationToken: cancellation));
    }
}

internal sealed record HandRouting(string Unit, DateTimeOffset Due)
{
    internal sealed class Validator : AbstractValidator<HandRouting>
    {
        public Validator() => RuleFor(x => x.Unit).NotEmpty();
    }
}
