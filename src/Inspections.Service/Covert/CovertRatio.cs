using Campaign.Inspections.Inspections;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Covert;

/// <summary>暗访占比: covert visits ÷ all visits of a period. A self-check is neither open nor covert.</summary>
/// <param name="Ratio">Percent, two decimals; absent when nobody was visited.</param>
/// <param name="CovertList">Where the covert ones are listed, as <paramref name="OpenList"/> lists the others.</param>
internal sealed record CovertRatio(
    DateOnly From, DateOnly Until, int Covert, int Open, int Visits, decimal? Ratio, string CovertList, string OpenList);

internal static class CovertRatioQuery
{
    private static readonly IEnumerable<InspectionKind> OpenKinds =
        Enum.GetValues<InspectionKind>().Except([InspectionKind.Covert, InspectionKind.Self]);

    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapGet("/covert-ratio", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithSummary("暗访占比").Produces<CovertRatio>();

    private static async Task<IResult> Handle(
        string street, DateOnly from, DateOnly until, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        if (until < from) return Problems.Of(InspectionRules.PeriodReversed);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var (covert, open) = await connection.QuerySingleAsync<(int Covert, int Open)>(new CommandDefinition(
            $"""
             SELECT count(*) FILTER (WHERE kind = 'Covert')::int AS Covert, count(*) FILTER (WHERE kind <> 'Covert')::int AS Open
             FROM inspections
             WHERE street = @street AND date BETWEEN @from AND @until AND {CoverageQuery.Counts}
                 AND (@units::text[] IS NULL OR subject = ANY (@units))
             """,
            new { street, from, until, units = caller.HeldToUnits }, cancellationToken: http.RequestAborted));
        decimal? ratio = covert + open == 0 ? null : Math.Round(covert * 100m / (covert + open), 2, MidpointRounding.AwayFromZero);
        string ListOf(params IEnumerable<InspectionKind> kinds) => Address(street, from, until, kinds);
        return TypedResults.Ok(new CovertRatio(
            from, until, covert, open, covert + open, ratio, ListOf(InspectionKind.Covert), ListOf(OpenKinds)));
    }

    private static string Address(string street, DateOnly from, DateOnly until, IEnumerable<InspectionKind> kinds) => Links.To(
        $"/api/streets/{street}/inspections", ("status", InspectionStatus.Confirmed), ("from", from), ("until", until),
        ("byUnit", false), ("kind", kinds.Select(kind => kind.Name()).ToArray()));
}
