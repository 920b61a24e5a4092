using Campaign.EventStore;
using Campaign.Inspections.Evidence.Photos;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Evidence;

internal sealed record EvidenceRow(string ContentType, long Size);

/// <summary>Which evidence a street has, and who of it may see it; one file serves all streets that have it.</summary>
internal sealed class EvidenceRegister(NpgsqlDataSource database, IEnumerable<IEvidenceAudience> audiences)
{
    /// <param name="units">Units for which it was uploaded: their officers see it before it belongs to a finding of theirs.</param>
    /// <returns>False when the street had it already.</returns>
    public async Task<bool> Add(
        string street, string sha256, EvidenceRow row, PhotoLook look, string storedBy, string[] units, DateTimeOffset at,
        CancellationToken cancellation)
    {
        var facts = look.Facts;
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            WITH added AS (
                INSERT INTO app.evidence (street, sha256, content_type, size, stored_by, stored_at,
                                          width, height, taken_at, taken_at_is_file_time, longitude, latitude, awaits_recognition)
                VALUES (@street, @sha256, @ContentType, @Size, @storedBy, @at, @Width, @Height, @TakenAt, @IsFileTime, @Longitude,
                        @Latitude, @AwaitsRecognition)
                ON CONFLICT DO NOTHING RETURNING 1),
            shown AS (
                INSERT INTO app.evidence_units (street, sha256, unit) SELECT @street, @sha256, unnest(@units) ON CONFLICT DO NOTHING)
            SELECT EXISTS (SELECT 1 FROM added)
            """,
            new
            {
                street,
                sha256,
                row.ContentType,
                row.Size,
                storedBy,
                at,
                facts.Width,
                facts.Height,
                TakenAt = facts.TakenAt?.ToUniversalTime(),
                facts.IsFileTime,
                facts.Longitude,
                facts.Latitude,
                look.AwaitsRecognition,
                units,
            },
            cancellationToken: cancellation));
    }

    /// <param name="units">The units that the reader is held to: what they uploaded, and the photos of findings they lead or help with.
    /// A photo that a unit named in its report counts only where the unit could see it already: naming it grants nothing.</param>
    public async Task<EvidenceRow?> Find(string street, string sha256, string[]? units, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<EvidenceRow>(new CommandDefinition(
            $"""
             SELECT content_type AS ContentType, size AS Size FROM app.evidence e
             WHERE e.street = @street AND e.sha256 = @sha256 AND (@units::text[] IS NULL
                 OR EXISTS (SELECT 1 FROM app.evidence_units u WHERE u.street = e.street AND u.sha256 = e.sha256 AND u.unit = ANY (@units))
                 OR {string.Join(" OR ", audiences.Select(audience => audience.Condition))})
             """,
            new { street, sha256, units }, cancellationToken: cancellation));
    }

    /// <summary>A refusal that names the first photo which the street does not have, or which is a document.</summary>
    public async Task<Refusal?> Missing(string street, IReadOnlyList<string> photos, CancellationToken cancellation)
    {
        if (photos.Count == 0) return null;
        var known = await Types(street, photos, cancellation);
        var index = photos.TakeWhile(photo => known.TryGetValue(photo, out var type) && MediaType.Document(type) is null).Count();
        if (index == photos.Count) return null;
        return (known.ContainsKey(photos[index]) ? EvidenceRules.IsDocument : EvidenceRules.Unknown) with { Pointer = $"/photos/{index}" };
    }

    /// <summary>Those of the photos that the street has.</summary>
    public async Task<IReadOnlySet<string>> Known(string street, IEnumerable<string> photos, CancellationToken cancellation) =>
        (await Types(street, photos, cancellation)).Keys.ToHashSet(StringComparer.Ordinal);

    private async Task<IReadOnlyDictionary<string, string>> Types(
        string street, IEnumerable<string> evidence, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var known = await connection.QueryAsync<(string Sha256, string Type)>(new CommandDefinition(
            "SELECT sha256, content_type FROM app.evidence WHERE street = @street AND sha256 = ANY (@evidence)",
            new { street, evidence = evidence.ToArray() }, cancellationToken: cancellation));
        return known.ToDictionary(row => row.Sha256, row => row.Type, StringComparer.Ordinal);
    }
}
