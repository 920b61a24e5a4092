using Campaign.Inspections.Evidence;
using Campaign.Inspections.Evidence.Photos;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Questions;

/// <summary>Finds what <see cref="Questioning"/> compares.</summary>
internal sealed class EvidenceComparison(NpgsqlDataSource database, EvidenceSettings settings)
{
    /// <summary>Of pictures that are used over and over, the latest.</summary>
    private const int MaxUses = 1000;

    /// <param name="units">The units that the reader is held to; null for everybody else.</param>
    /// <returns>Null when there is no such finding for this reader.</returns>
    public async Task<IReadOnlyList<FindingPhoto>?> Photos(string street, Guid finding, string[]? units, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await Case(
            connection, street, finding, units, cancellation) is null ? null : await Photos(connection, street, finding, cancellation);
    }

    /// <returns>Null when there is no such finding.</returns>
    public async Task<IReadOnlyList<EvidenceQuestion>?> Questions(string street, Guid finding, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        if (await Case(connection, street, finding, units: null, cancellation) is not { } @case) return null;
        var photos = await Photos(connection, street, finding, cancellation);
        if (photos.Count == 0) return [];
        return new Questioning(@case, settings.Questions).Ask(photos, await Uses(connection, street, finding, photos, cancellation));
    }

    private static Task<PhotographedFinding?> Case(
        NpgsqlConnection connection, string street, Guid finding, string[]? units, CancellationToken cancellation) =>
        connection.QuerySingleOrDefaultAsync<PhotographedFinding>(new CommandDefinition(
            """
            SELECT id AS Id, case_number AS CaseNumber, longitude AS Longitude, latitude AS Latitude, recorded_at AS RecordedAt
            FROM findings
            WHERE street = @street AND id = @finding AND (@units::text[] IS NULL OR unit = ANY (@units) OR cooperating_units && @units)
            """,
            new { street, finding, units }, cancellationToken: cancellation));

    private static async Task<IReadOnlyList<FindingPhoto>> Photos(
        NpgsqlConnection connection, string street, Guid finding, CancellationToken cancellation) =>
        (await connection.QueryAsync<FindingPhoto>(new CommandDefinition(
            """
            SELECT p.photo AS Photo, p.role AS Role, p.round AS Round, p.version AS Version, p.at AS At, e.content_type AS ContentType,
                   e.width AS Width, e.height AS Height, e.taken_at AS TakenAt, e.longitude AS Longitude, e.latitude AS Latitude,
                   e.fingerprint AS Fingerprint, coalesce(e.taken_at_is_file_time, false) AS IsFileTime,
                   coalesce(e.unreadable, false) AS IsUnreadable
            FROM case_photos p LEFT JOIN app.evidence e ON e.street = p.street AND e.sha256 = p.photo
            WHERE p.street = @street AND p.finding = @finding ORDER BY p.version, p.role, p.photo
            """,
            new { street, finding }, cancellationToken: cancellation))).AsList();

    /// <summary>A finding that was recorded in error, or again under another number, may share its photos.</summary>
    private static async Task<IReadOnlyList<PhotoUse>> Uses(
        NpgsqlConnection connection, string street, Guid finding, IReadOnlyList<FindingPhoto> photos, CancellationToken cancellation) =>
        (await connection.QueryAsync<PhotoUse>(new CommandDefinition(
            """
            WITH alike AS (
                SELECT sha256, fingerprint FROM app.evidence
                WHERE street = @street AND (sha256 = ANY (@ids) OR band_0 = ANY (@band0) OR band_1 = ANY (@band1)
                                            OR band_2 = ANY (@band2) OR band_3 = ANY (@band3)))
            SELECT p.photo AS Photo, p.role AS Role, p.round AS Round, p.version AS Version, p.at AS At,
                   p.finding AS Finding, f.case_number AS CaseNumber, a.fingerprint AS Fingerprint
            FROM alike a JOIN case_photos p ON p.street = @street AND p.photo = a.sha256
                         JOIN findings f ON f.street = p.street AND f.id = p.finding
            WHERE p.finding = @finding OR f.status NOT IN ('Voided', 'Merged')
            ORDER BY p.at DESC LIMIT @MaxUses
            """,
            new
            {
                street,
                finding,
                ids = photos.Select(photo => photo.Photo).ToArray(),
                band0 = Near(photos, 0),
                band1 = Near(photos, 1),
                band2 = Near(photos, 2),
                band3 = Near(photos, 3),
                MaxUses,
            },
            cancellationToken: cancellation))).AsList();

    private static int[] Near(IEnumerable<FindingPhoto> photos, int band) =>
        [.. photos.SelectMany(photo => photo.Fingerprint is { } fingerprint ? Fingerprint.Near(fingerprint, band) : []).Distinct()];
}
