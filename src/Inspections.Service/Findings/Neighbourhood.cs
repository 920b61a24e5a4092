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

    /// <returns>The nearest first.</returns>
    public async Task<IReadOnlyList<Neighbour>> Around(string street, string category, Place place, DateTimeOffset now, CancellationToken cancellation)
    {
        var (settings, _) = await store.Load<FindingSettings>(FindingSettings.Stream(street), cancellation);
        var since = now.AddDays(-settings.RelapseDays);
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (place.Point() is not { } point)
        {
            return place.Wording() is not { } wording ? [] : Read(await connection.QueryAsync<Row>(new CommandDefinition(
                $"""
                 SELECT {Columns} FROM findings
                 WHERE {Lately} AND coalesce(address, road_section) = @wording ORDER BY case_number DESC LIMIT @Most
                 """,
                new { street, category, since, wording, Most }, cancellationToken: cancellation)), _ => null);
        }

        var box = point.Around(settings.RadiusMetres);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM findings
             WHERE {Lately} AND latitude BETWEEN @South AND @North AND longitude BETWEEN @West AND @East
             ORDER BY power(latitude - @Latitude, 2) + power((longitude - @Longitude) * cos(radians(@Latitude)), 2) LIMIT @Most
             """,
            new { street, category, since, box.South, box.North, box.West, box.East, point.Latitude, point.Longitude, Most },
            cancellationToken: cancellation));
        return
        [
            .. Read(rows, row => point.MetresTo(new(row.Longitude!.Value, row.Latitude!.Value)))
                .Where(neighbour => neighbour.Metres <= settings.RadiusMetres).OrderBy(neighbour => neighbour.Metres),
        ];
    }

    private static IReadOnlyList<Neighbour> Read(IEnumerable<Row> rows, Func<Row, double?> metres) =>
        [.. rows.Select(row => new Neighbour(row.Id, row.CaseNumber, row.Status, metres(row), row.StruckOffAt))];

    private sealed record Row(Guid Id, string CaseNumber, FindingStatus Status, double? Longitude, double? Latitude, DateTimeOffset? StruckOffAt);
}
