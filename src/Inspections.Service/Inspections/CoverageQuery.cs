using Campaign.ServiceDefaults;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Inspections;

internal static class CoverageQuery
{
    /// <summary>What counts as a visit wherever visits are counted, here as in Scoring: confirmed, nobody scores himself, and
    /// what a unit fills itself is kept apart.</summary>
    public const string Counts = "status = 'Confirmed' AND kind <> 'Self' AND NOT by_unit";

    public static void Map(RouteGroupBuilder inspections) => inspections
        .MapGet("/coverage", Handle).Allow(Enum.GetValues<Role>()).TakesTurn(CallerTurns.Figures)
        .WithSummary("检查覆盖情况").Produces<Coverage>();

    private static async Task<IResult> Handle(
        string street, string month, string? category, Caller caller, NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        if (CalendarWeeks.FirstOfMonth(month) is not { } first) return Problems.Of(InspectionRules.MonthInvalid);
        var asked = new { street, category, first, last = CalendarWeeks.LastOfMonth(first), units = caller.HeldToUnits };
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var subjects = await connection.QueryAsync<CoverageSubject>(new CommandDefinition(
            """
            SELECT unit AS Code, name AS Name, category AS Category, valid_from AS From, valid_until AS Until FROM known_units
            WHERE street = @street AND category IS NOT NULL AND (@category::text IS NULL OR category = @category)
              AND (@units::text[] IS NULL OR unit = ANY (@units))
            ORDER BY category, unit
            """,
            asked, cancellationToken: http.RequestAborted));
        var visits = await connection.QueryAsync<CountedInspection>(new CommandDefinition(
            $"""
             SELECT id AS Id, subject AS Subject, date AS Date FROM inspections
             WHERE street = @street AND date BETWEEN @first AND @last AND {Counts} ORDER BY date, id
             """,
            asked, cancellationToken: http.RequestAborted));
        return TypedResults.Ok(Coverage.Of(first, subjects, visits, ChinaTime.DateOf(clock.GetUtcNow())));
    }
}
