using Campaign.Inspections.Evidence.Photos;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Evidence.Recognising;

internal sealed record WaitingPhoto(string Street, string Sha256, string StoredBy);

/// <summary>
/// The photos of the register whose picture was not opened yet. Whoever opens one has it for a while; it waits again if he dies over it.
/// </summary>
internal sealed class RecognitionQueue(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>After this many a photo is not one that somebody can open, but one that ends whoever tries.</summary>
    public const int MostAttempts = 3;

    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>Of each caller the photo that waits longest; the callers in that order, too.</summary>
    public async Task<IReadOnlyList<WaitingPhoto>> Heads(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return (await connection.QueryAsync<WaitingPhoto>(new CommandDefinition(
            """
            SELECT street AS Street, sha256 AS Sha256, stored_by AS StoredBy FROM (
                SELECT DISTINCT ON (stored_by) street, sha256, stored_by, stored_at FROM app.evidence
                WHERE awaits_recognition AND (recognition_due IS NULL OR recognition_due <= @now)
                ORDER BY stored_by, stored_at, sha256) heads
            ORDER BY stored_at, stored_by
            """,
            new { now = clock.GetUtcNow() }, cancellationToken: cancellation))).AsList();
    }

    /// <returns>Which attempt it is; null when another instance has it already.</returns>
    public async Task<int?> Claim(WaitingPhoto photo, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.ExecuteScalarAsync<int?>(new CommandDefinition(
            """
            UPDATE app.evidence SET recognition_attempts = recognition_attempts + 1, recognition_due = @until
            WHERE street = @Street AND sha256 = @Sha256 AND awaits_recognition AND (recognition_due IS NULL OR recognition_due <= @now)
            RETURNING recognition_attempts
            """,
            new { photo.Street, photo.Sha256, now, until = now + Lease }, cancellationToken: cancellation));
    }

    public Task Settle(WaitingPhoto photo, Recognition seen, CancellationToken cancellation) => Do(
        """
        UPDATE app.evidence SET awaits_recognition = false, fingerprint = @Fingerprint, unreadable = NOT @IsReadable
        WHERE street = @Street AND sha256 = @Sha256
        """,
        new { photo.Street, photo.Sha256, seen.Fingerprint, seen.IsReadable }, cancellation);

    /// <summary>
    /// Nothing was tried. Others of the same caller go first meanwhile: what is in the way may be in the way of this one alone.
    /// </summary>
    public Task GiveBack(WaitingPhoto photo, CancellationToken cancellation) => Do(
        """
        UPDATE app.evidence SET recognition_attempts = recognition_attempts - 1, recognition_due = @due
        WHERE street = @Street AND sha256 = @Sha256 AND awaits_recognition
        """,
        new { photo.Street, photo.Sha256, due = clock.GetUtcNow() + Pause }, cancellation);

    private async Task Do(string sql, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync(new CommandDefinition(sql, arguments, cancellationToken: cancellation));
    }
}
