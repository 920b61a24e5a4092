using Campaign.Inspections.Findings;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using Npgsql;

namespace Campaign.Inspections.Ledger;

/// <summary>The findings of a filter on the map: GeoJSON (RFC 7946), those that have a point.</summary>
/// <param name="Truncated">There are more than are shown: a smaller <c>bbox</c> shows all of them.</param>
internal sealed record FeatureCollection(string Type, IReadOnlyList<Feature> Features, bool Truncated);

internal sealed record Feature(string Type, Guid Id, PointGeometry Geometry, PinProperties Properties);

/// <param name="Coordinates">Longitude, latitude.</param>
internal sealed record PointGeometry(string Type, double[] Coordinates);

internal sealed record PinProperties(
    string CaseNumber, FindingStatus Status, string StatusName, string Category, Severity Severity, string Description,
    string? Unit, DateTimeOffset? Due, bool Overdue, int Round);

internal static class LedgerMap
{
    private const string GeoJson = "application/geo+json";
    private const int MaxPins = 5000;
    private const int DefaultPins = 1000;

    public static void Map(RouteGroupBuilder findings) => findings
        .MapGet("/map", Handle).Allow(LedgerQueries.Readers).TakesTurn(CallerTurns.Figures)
        .WithSummary("台账地图").Produces<FeatureCollection>(contentType: GeoJson);

    private static async Task<IResult> Handle(
        string street, [AsParameters] LedgerFilter filter, string? sort, int? limit, Caller caller,
        NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        if (LedgerOrder.Of(sort) is not { } order) return Problems.Of(LedgerRules.SortUnknown);
        var most = Math.Clamp(limit ?? DefaultPins, 1, MaxPins);
        var sql = filter.Sql(street, caller, clock);
        var placed = sql with { Conditions = [.. sql.Conditions, "f.latitude IS NOT NULL"] };
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await LedgerTable.Page(connection, placed, order, after: null, most + 1, http.RequestAborted);
        var shown = new FeatureCollection("FeatureCollection", [.. rows.Take(most).Select(Pin)], Truncated: rows.Count > most);
        return TypedResults.Json(shown, contentType: GeoJson);
    }

    private static Feature Pin(FindingLedger row) => new(
        "Feature", row.Id, new("Point", [row.Longitude!.Value, row.Latitude!.Value]),
        new(row.CaseNumber, row.Status, row.Status.Word(), row.Category, row.Severity, row.Description, row.Unit, row.Due,
            row.Overdue, row.Round));
}
