using Campaign.EventStore;
using Campaign.Inspections.Places;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Findings;

/// <summary>A case of the same category, open or struck off lately, where another is being recorded.</summary>
/// <param name="Metres">Null where only the wording of the place is the same.</param>
internal sealed record Neighbour(Guid Id, string CaseNumber, FindingStatus Status, double? Metres, DateTimeOffset? StruckOffAt)
{
    public ProposalKind Kind => Status is FindingStatus.StruckOff ? ProposalKind.Relapse : ProposalKind.Duplicate;
}

/// <summary>Finds the neighbours: by a box in the index, then by exact distance; without a point by the wording of the place.</summary>
internal sealed class Neighbourhood(IEventStore store, NpgsqlDataSource database)
{
    private const int Most = 50;

    private const string Columns =
        "id AS Id, case_number AS CaseNumber, status AS Status, longitude AS Longitude, latitude AS Latitude, struck_off_at AS StruckOffAt";

    private const string Lately =
        """
        street = @street AND category = @category
        AND (status IN ('Recorded', 'Routed', 'Accepted', 'Reported') OR status = 'StruckOff' AND struck_off_at >= @since)
        """;

    /// <returns>The nearest first, and last those of which only the wording of the place is known to be the same.</returns>
    public async Task<IReadOnlyList<Neighbour>> Around(string street, string category, Place place, DateTimeOffset now, CancellationToken cancellation)
    {
        var (settings, _) = await store.Load<FindingSettings>(FindingSettings.Stream(street), cancellation);
        var asked = new Asked(street, category, now.AddDays(-settings.RelapseDays));
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return
        [
            .. place.Point() is { } point ? await Near(connection, asked, point, settings.RadiusMetres, cancellation) : [],
            .. place.Wording() is { } wording ? await SamePlace(connection, asked, wording, place.Point(), cancellation) : [],
        ];
    }

    private static async Task<IEnumerable<Neighbour>> Near(
        NpgsqlConnection connection, Asked asked, Point point, double radius, CancellationToken cancellation)
    {
        var (box, (street, category, since)) = (point.Around(radius), asked);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM findings
             WHERE {Lately} AND latitude BETWEEN @South AND @North AND longitude BETWEEN @West AND @East
             ORDER BY power(latitude - @Latitude, 2) + power((longitude - @Longitude) * cos(radians(@Latitude)), 2) LIMIT @Most
             """,
            new { street, category, since, box.South, box.North, box.West, box.East, point.Latitude, point.Longitude, Most },
            cancellationToken: cancellation));
        return from row in rows
               let metres = point.MetresTo(new(row.Longitude!.Value, row.Latitude!.Value))
               where metres <= radius
               orderby metres
               select row.As(metres);
    }

    /// <summary>Where both have a point, their distance has the word.</summary>
    private static async Task<IEnumerable<Neighbour>> SamePlace(
        NpgsqlConnection connection, Asked asked, string wording, Point? point, CancellationToken cancellation)
    {
        var (street, category, since) = asked;
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM findings
             WHERE {Lately} AND coalesce(address, road_section) = @wording AND (latitude IS NULL OR @anywhere)
             ORDER BY case_number DESC LIMIT @Most
             """,
            new { street, category, since, wording, anywhere = point is null, Most }, cancellationToken: cancellation));
        return rows.Select(row => row.As(metres: null));
    }

    private sealed record Asked(string Street, string Category, DateTimeOffset Since);

    private sealed record Row(Guid Id, string CaseNumber, FindingStatus Status, double? Longitude, double? Latitude, DateTimeOffset? StruckOffAt)
    {
        public Neighbour As(double? metres) => new(Id, CaseNumber, Status, metres, StruckOffAt);
    }
}
