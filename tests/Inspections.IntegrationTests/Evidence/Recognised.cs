using Campaign.Testing;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.IntegrationTests.Evidence;

/// <summary>Waits for what is done with photos after their upload was answered.</summary>
internal static class Recognised
{
    public static Task Await(ServiceHost<Program> host, params string[] photos) =>
        Eventually.Becomes(() => Waiting(host, photos), waiting => waiting == 0);

    public static async Task<int> Waiting(ServiceHost<Program> host, params string[] photos)
    {
        await using var connection = await host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<int>(
            "SELECT count(*)::int FROM app.evidence WHERE sha256 = ANY (@photos) AND awaits_recognition", new { photos });
    }

    /// <summary>As it is for a photo whose upload was answered before the service died.</summary>
    /// <param name="attempts">How often somebody died over it.</param>
    public static async Task Undo(ServiceHost<Program> host, string photo, int attempts)
    {
        await using var connection = await host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            UPDATE app.evidence SET awaits_recognition = true, fingerprint = NULL, unreadable = false, recognition_attempts = @attempts,
                recognition_due = CASE WHEN @attempts > 0 THEN timestamptz '2024-09-02' END
            WHERE sha256 = @photo
            """,
            new { photo, attempts });
    }

    public static async Task<long?> Fingerprint(ServiceHost<Program> host, string photo)
    {
        await using var connection = await host.Get<NpgsqlDataSource>().OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<long?>(
            "SELECT fingerprint FROM app.evidence WHERE sha256 = @photo", new { photo });
    }
}
