using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Campaign.Tasks.Census;

internal sealed record CheckRow(DateOnly On, bool? Attained, string? Problems, string[] Evidence, DateTimeOffset RecordedAt);

internal static class EstablishmentQueries
{
    private const string Columns =
        """
        code AS Code, version AS Version, name AS Name, trade AS Trade, community AS Community, address AS Address, licence AS Licence,
        health_certificates AS HealthCertificates, last_check AS LastCheck, standing AS Standing, problems AS Problems,
        closed_on AS ClosedOn
        """;

    public static void Map(RouteGroupBuilder establishments)
    {
        establishments.MapGet("/", List).Allow(Audience.Everybody).WithSummary("普查名录").Produces<Page<EstablishmentList>>();
        establishments.MapGet("/{code}", One).Allow(Audience.Everybody).WithSummary("一家单位").Produces<EstablishmentList>().WithETag();
        establishments.MapGet("/{code}/checks", Checks).Allow(Audience.Everybody).WithSummary("历次检查").Produces<IReadOnlyList<CheckRow>>();
    }

    private static async Task<IResult> List(
        string street, [AsParameters] CensusFilter filter, [AsParameters] Cursor<string> cursor, NpgsqlDataSource database,
        HttpContext http)
    {
        var arguments = filter.Arguments(street);
        arguments.Add("after", cursor.After ?? "");
        arguments.Add("take", cursor.Take);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<EstablishmentList>(
            $"SELECT {Columns} FROM establishments WHERE {CensusFilter.Condition} AND code > @after ORDER BY code LIMIT @take", arguments);
        return cursor.Page(http, rows, row => row.Code);
    }

    private static async Task<IResult> One(string street, string code, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var row = await connection.QuerySingleOrDefaultAsync<EstablishmentList>(
            $"SELECT {Columns} FROM establishments WHERE street = @street AND code = @code", new { street, code });
        if (row is null) return Problems.Of(CensusRules.NotFound);
        ETags.Write(http, row.Version);
        return TypedResults.Ok(row);
    }

    private static async Task<IResult> Checks(string street, string code, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<CheckRow>(
            """
            SELECT day AS On, attained AS Attained, problems AS Problems, evidence AS Evidence, recorded_at AS RecordedAt
            FROM establishment_checks WHERE street = @street AND code = @code ORDER BY day DESC
            """,
            new { street, code });
        return TypedResults.Ok(rows);
    }
}

/// <summary>What the list and the summary understand alike, so that a count is the count of a list.</summary>
/// <param name="Closed">True: only those that closed down; false: only those in business.</param>
internal sealed record CensusFilter(
    [FromQuery] string? Trade, [FromQuery] string? Community, [FromQuery] CensusStanding? Standing, [FromQuery] Licence? Licence,
    [FromQuery] bool? Closed)
{
    public const string Condition =
        """
        street = @street AND (@trade::text IS NULL OR trade = @trade) AND (@community::text IS NULL OR community = @community)
        AND (@standing::text IS NULL OR standing = @standing) AND (@licence::text IS NULL OR licence = @licence)
        AND (@closed::boolean IS NULL OR (closed_on IS NOT NULL) = @closed)
        """;

    public DynamicParameters Arguments(string street) => new(new
    {
        street,
        trade = Trade,
        community = Community,
        standing = Standing?.ToString(),
        licence = Licence?.ToString(),
        closed = Closed,
    });

    /// <summary>Address of the list of exactly these.</summary>
    public string Href(string street)
    {
        var query = new QueryBuilder();
        Add("trade", Trade);
        Add("community", Community);
        Add("standing", Standing?.ToString());
        Add("licence", Licence?.ToString());
        Add("closed", Closed switch { true => "true", false => "false", null => null });
        return $"/api/streets/{street}/establishments{query}";

        void Add(string name, string? value)
        {
            if (value is not null) query.Add(name, value);
        }
    }
}
