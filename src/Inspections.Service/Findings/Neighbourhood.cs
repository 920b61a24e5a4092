using System.Text.Json;
using Campaign.Inspections.Places;

namespace Campaign.Inspections.Findings;

/// <summary>A finding of the same category, open or struck off lately, where another is being recorded.</summary>
/// <param name="Metres">Null where only the wording of the place is the same.</param>
internal sealed record Neighbour(Guid Id, string CaseNumber, FindingStatus Status, double? Metres, DateTimeOffset? StruckOffAt)
{
    public ProposalKind Kind => Status is FindingStatus.StruckOff ? ProposalKind.Relapse : ProposalKind.Duplicate;
}

/// <summary>
/// How neighbours are found: by a box in the index, then by exact distance; by the wording of the place too where one of the two has no
/// point, since otherwise their distance has the word.
/// </summary>
internal static class Neighbourhood
{
    private const int Most = 50;

    private const string Columns = "f.id, f.case_number, f.status, f.longitude, f.latitude, f.struck_off_at";

    private const string Lately =
        """
        f.street = asked.street AND f.category = asked.category
        AND (f.status IN ('Recorded', 'Routed', 'Accepted', 'Reported') OR f.status = 'StruckOff' AND f.struck_off_at >= asked.since)
        """;

    public static readonly string Query =
        $"""
         SELECT asked.number AS Asked, n.id AS Id, n.case_number AS CaseNumber, n.status AS Status, n.longitude AS Longitude,
             n.latitude AS Latitude,
                n.struck_off_at AS StruckOffAt, n.by_wording AS ByWording, asked.radius AS Radius
         FROM (
             SELECT asked.*, coalesce(s.radius_metres, {FindingSettings.Initial.RadiusMetres}) AS radius,
                    asked.now - interval '24 hours' * coalesce(s.relapse_days, {FindingSettings.Initial.RelapseDays}) AS since
             FROM {PlaceAsked.Rows} LEFT JOIN finding_settings s ON s.street = asked.street) AS asked
         CROSS JOIN LATERAL (
             (SELECT {Columns}, false AS by_wording FROM findings f
              WHERE {Lately} AND f.latitude BETWEEN asked.latitude - asked.radius * asked.north
                  AND asked.latitude + asked.radius * asked.north
                AND f.longitude BETWEEN asked.longitude - asked.radius * asked.east AND asked.longitude + asked.radius * asked.east
              ORDER BY power(f.latitude - asked.latitude, 2) + power((f.longitude - asked.longitude) * cos(radians(asked.latitude)), 2)
              LIMIT {Most})
             UNION ALL
             (SELECT {Columns}, true FROM findings f
              WHERE {Lately} AND coalesce(f.address, f.road_section) = asked.wording AND (f.latitude IS NULL OR asked.latitude IS NULL)
              ORDER BY f.case_number DESC LIMIT {Most})) AS n
         """;

    /// <returns>The nearest first, and last those of which only the wording of the place is known to be the same.</returns>
    public static IReadOnlyList<Neighbour> Of(Place place, IEnumerable<NeighbourRow> rows)
    {
        var near = from row in rows
                   where !row.ByWording
                   let metres = place.Point()!.MetresTo(new(row.Longitude!.Value, row.Latitude!.Value))
                   where metres <= row.Radius
                   orderby metres
                   select row.As(metres);
        var alike = rows.Where(row => row.ByWording).OrderByDescending(row => row.CaseNumber, StringComparer.Ordinal)
            .Select(row => row.As(metres: null));
        return [.. near, .. alike];
    }
}

/// <summary>A place that is asked about, as the database reads it.</summary>
/// <param name="North">Of a metre there, in degrees.</param>
/// <param name="East">As <paramref name="North"/>.</param>
internal sealed record PlaceAsked(
    int Number, string Street, string Category, double? Latitude, double? Longitude, double? North, double? East, string? Wording,
    DateTimeOffset Now, string? Community)
{
    /// <summary>All that are asked about at once, as rows; <c>@asked</c> is what <see cref="Json"/> writes.</summary>
    public const string Rows =
        """
        jsonb_to_recordset(@asked::jsonb) AS asked (
            number int, street text, category text, latitude float8, longitude float8, north float8, east float8, wording text,
            now timestamptz, community text)
        """;

    public static PlaceAsked Of(int number, string street, string category, Place place, DateTimeOffset now)
    {
        var (point, metre) = (place.Point(), place.Point()?.Metre());
        return new(
            number, street, category, point?.Latitude, point?.Longitude, metre?.North, metre?.East, place.Wording(), now, place.Community);
    }

    public static string Json(IEnumerable<PlaceAsked> asked) => JsonSerializer.Serialize(asked, JsonSerializerOptions.Web);
}

internal sealed record NeighbourRow(
    int Asked, Guid Id, string CaseNumber, FindingStatus Status, double? Longitude, double? Latitude, DateTimeOffset? StruckOffAt,
    bool ByWording, double Radius)
{
    public Neighbour As(double? metres) => new(Id, CaseNumber, Status, metres, StruckOffAt);
}
