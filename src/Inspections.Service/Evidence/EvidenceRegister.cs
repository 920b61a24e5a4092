using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Evidence;

internal sealed record EvidenceRow(string ContentType, long Size);

/// <summary>Which evidence a street has, and may see therefore; one file serves all streets that have it.</summary>
internal sealed class EvidenceRegister(NpgsqlDataSource database)
{
    /// <returns>False when the street had it already.</returns>
    public async Task<bool> Add(string street, string sha256, EvidenceRow row, string storedBy, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO app.evidence (street, sha256, content_type, size, stored_by, stored_at)
            VALUES (@street, @sha256, @ContentType, @Size, @storedBy, @at) ON CONFLICT DO NOTHING
            """,
            new { street, sha256, row.ContentType, row.Size, storedBy, at }, cancellationToken: cancellation)) == 1;
    }

    public async Task<EvidenceRow?> Find(string street, string sha256, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<EvidenceRow>(new CommandDefinition(
            "SELECT content_type AS ContentType, size AS Size FROM app.evidence WHERE street = @street AND sha256 = @sha256",
            new { street, sha256 }, cancellationToken: cancellation));
    }

    /// <summary>A refusal that names the first photo which the street does not have.</summary>
    public async Task<Refusal?> Missing(string street, IReadOnlyList<string> photos, CancellationToken cancellation)
    {
        if (photos.Count == 0) return null;
        var known = await Known(street, photos, cancellation);
        var index = photos.TakeWhile(known.Contains).Count();
        return index == photos.Count ? null : EvidenceRules.Unknown with { Pointer = $"/photos/{index}" };
    }

    /// <summary>Those of the photos that the street has.</summary>
    public async Task<IReadOnlySet<string>> Known(string street, IEnumerable<string> photos, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var known = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT sha256 FROM app.evidence WHERE street = @street AND sha256 = ANY (@photos)",
            new { street, photos = photos.ToArray() }, cancellationToken: cancellation));
        return known.ToHashSet(StringComparer.Ordinal);
    }
}
