using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Sampling;

internal sealed record SamplingPlanView(long Version, SamplingPlanDetails Plan);

internal sealed record SamplingPlanDetails(
    string Code, string Name, string? Standard, string CitySize, IReadOnlyList<SampleMinimum> Minimums, IReadOnlyList<VenueMinimum> Split,
    DateOnly From, DateOnly Until, DateTimeOffset At)
{
    public static SamplingPlanDetails Of(SamplingPlanSet e) => new(
        e.Code, e.Name, e.Standard, e.CitySize, [.. e.Minimums.Select(minimum => minimum.ToSampleMinimum())],
        [.. e.Split.Select(minimum => minimum.ToVenueMinimum())], e.From, e.Until, e.At);
}

internal static class SamplingPlanQueries
{
    public static void Map(RouteGroupBuilder plans)
    {
        var readers = Enum.GetValues<Role>();
        plans.MapGet("/", List).Allow(readers).WithSummary("抽样方案").Produces<Page<SamplingPlanView>>();
        plans.MapGet("/{code:length(1,50)}", One).Allow(readers).WithSummary("一个抽样方案").Produces<SamplingPlanView>().WithETag();
        plans.MapGet("/{code:length(1,50)}/progress", Progress).Allow(readers).WithSummary("抽样进度").Produces<SamplingProgress>();
    }

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var asked = Paging.Limit(limit);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            "SELECT version AS Version, plan::text AS Plan FROM sampling_plans WHERE street = @street AND code > @after ORDER BY code LIMIT @take",
            new { street, after = after ?? "", take = asked + 1 }, cancellationToken: http.RequestAborted));
        return Paging.Page(http, [.. rows.Select(row => row.View())], asked, view => view.Plan.Code);
    }

    private static async Task<IResult> One(string street, string code, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await Find(connection, street, code, http) is not { } row) return Problems.Of(SamplingRules.NotFound);
        ETags.Write(http, row.Version);
        return TypedResults.Ok(row.View());
    }

    private static async Task<IResult> Progress(
        string street, string code, Caller caller, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if ((await Find(connection, street, code, http))?.Read() is not { } plan) return Problems.Of(SamplingRules.NotFound);
        // A place looked at by its own people is a sample, too: the standard asks how many were seen, not who scored.
        var visits = await connection.QueryAsync<Sample>(new CommandDefinition(
            """
            SELECT venue_type AS VenueType, venue_name AS Venue, subject AS Subject, date AS Date, id AS InspectionId FROM inspections
            WHERE street = @street AND status = 'Confirmed' AND venue_type IS NOT NULL AND date BETWEEN @From AND @Until
              AND (@units::text[] IS NULL OR subject = ANY (@units))
            ORDER BY date, id
            """,
            new { street, plan.From, plan.Until, units = caller.HeldToUnits }, cancellationToken: http.RequestAborted));
        return TypedResults.Ok(SamplingProgress.Of(plan, visits));
    }

    private static async Task<Row?> Find(NpgsqlConnection connection, string street, string code, HttpContext http) =>
        await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT version AS Version, plan::text AS Plan FROM sampling_plans WHERE street = @street AND code = @code",
            new { street, code }, cancellationToken: http.RequestAborted));

    private sealed record Row(long Version, string Plan)
    {
        public SamplingPlanSet Read() => StoredJson.Read<SamplingPlanSet>(Plan);

        public SamplingPlanView View() => new(Version, SamplingPlanDetails.Of(Read()));
    }
}
