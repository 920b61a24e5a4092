using Campaign.EventStore;
using Campaign.Tasks.Archives;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Tasks.Points;

/// <summary>A row of the list of points (点位一览), also for drawing on a map.</summary>
/// <param name="Longitude">WGS-84.</param>
/// <param name="PreparationId">The assignment under which it is prepared now.</param>
/// <param name="GuideByDefault">Nobody is named for the point: it is the guide of the community, or else its secretary.</param>
/// <param name="Readiness">In percent; null while nobody prepares it.</param>
internal sealed record PointList(
    string Code, long Version, string Name, string Community, string Group, string? Guide, string? Address, double? Longitude,
    double? Latitude,
    Guid? PreparationId, decimal? Readiness, bool GuideByDefault = false);

/// <param name="Parts">The five parts of its preparation; none while nobody prepares it.</param>
internal sealed record PointView(PointList Point, IReadOnlyList<AssignmentItem> Parts);

internal sealed class PointListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is AssignmentIssued { Brief.Point: { } point })
            Row.Of(@event.Stream).With("version", @event.Version).With("point", point).Update(AssignmentListProjection.Table, sql);
        if (@event.Data is not InspectionPointRegistered e) return;
        sql.Add(
            """
            INSERT INTO inspection_points (street, code, version, name, community, professional_group, guide, address, longitude, latitude)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (street, code) DO UPDATE SET version = excluded.version, name = excluded.name, community = excluded.community,
                professional_group = excluded.professional_group, guide = excluded.guide, address = excluded.address,
                longitude = excluded.longitude, latitude = excluded.latitude
            """,
            @event.Stream.Tenant, e.Code, @event.Version, e.Name, e.Community, e.Group, e.Guide, e.Address, e.Longitude, e.Latitude);
    }
}

internal static class PointQueries
{
    // Of several preparations the one issued last; a cancelled one prepares nothing.
    private const string Points =
        $"""
        SELECT p.code AS Code, p.version AS Version, p.name AS Name, p.community AS Community, p.professional_group AS Group,
            coalesce(p.guide, g.code) AS Guide,
               p.address AS Address, p.longitude AS Longitude, p.latitude AS Latitude, a.id AS PreparationId,
               CASE WHEN a.id IS NOT NULL THEN {ItemCompleteness.OfAssignment} END AS Readiness,
               p.guide IS NULL AND g.code IS NOT NULL AS GuideByDefault
        FROM inspection_points p LEFT JOIN LATERAL (
            SELECT street, id FROM assignments
            WHERE street = p.street AND point = p.code AND status <> 'Cancelled' ORDER BY issued_at DESC, id DESC LIMIT 1) a ON true
            LEFT JOIN LATERAL ({DefaultGuide.OfCommunity}) g ON true
        WHERE p.street = @street
        """;

    public static void Map(RouteGroupBuilder points)
    {
        points.MapGet("/", List).Allow(Audience.Everybody).TakesTurn(CallerTurns.Figures)
            .WithSummary("点位一览（按 Accept 也可取 GeoJSON）")
            .Produces<Page<PointList>>().OffersAlso<PointMap>(PointMap.ContentType);
        points.MapGet("/{code}", One).Allow(Audience.Everybody).WithSummary("点位").Produces<PointView>().WithETag();
    }

    /// <summary>Page by page; as GeoJSON, for a map, all at once.</summary>
    private static async Task<IResult> List(
        string street, [AsParameters] PointFilter filter, [AsParameters] Cursor<string> cursor, NpgsqlDataSource database, HttpContext http)
    {
        var map = http.Request.Headers.Accept.ToString().Contains(PointMap.ContentType, StringComparison.OrdinalIgnoreCase);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<PointList>(new CommandDefinition(
            $"""
             {Points} AND p.code > @after
               AND (@Community::text IS NULL OR p.community = @Community) AND (@Group::text IS NULL OR p.professional_group = @Group)
             ORDER BY p.code LIMIT @take
             """,
            new { street, after = cursor.After ?? "", filter.Community, filter.Group, take = map ? PointMap.MaxPoints : cursor.Take },
            cancellationToken: http.RequestAborted));
        return map
            ? TypedResults.Json(PointMap.Of(rows), contentType: PointMap.ContentType)
            : cursor.Page(http, rows, row => row.Code);
    }

    private static async Task<IResult> One(string street, string code, NpgsqlDataSource database, HttpContext http)
    {
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var point = await connection.QuerySingleOrDefaultAsync<PointList>(new CommandDefinition(
            $"{Points} AND p.code = @code", new { street, code }, cancellationToken: http.RequestAborted));
        if (point is null) return Problems.Of(PointRules.NotFound);
        ETags.Write(http, point.Version);
        return TypedResults.Ok(new PointView(
            point, point.PreparationId is { } id ? await AssignmentItemQueries.Of(street, id, database, http.RequestAborted) : []));
    }
}

internal sealed record PointFilter(string? Community, string? Group);
