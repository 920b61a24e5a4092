using System.IO.Compression;
using System.Text;
using Campaign.Cli;
using Campaign.Cli.Backups;
using Campaign.Cli.Engines;
using Campaign.Cli.Running;
using Npgsql;

namespace Campaign.SystemTests.OldRelease;

/// <summary>
/// What the release of November 2026 (commit 7705345, its own event store in Marten's tables) left behind after a month of the sample
/// street: the dumps of its databases without keys and idempotency answers, its photos, and two of its answers.
/// </summary>
internal static class OldInstallation
{
    public const string Street = "990101001";
    public const string Inspector = "ducha";

    /// <summary>The cases recorded in it.</summary>
    public const int Findings = 82;

    /// <summary>Of every account in it; the installation was made for this test.</summary>
    public const string Password = "gu-shi-ban-ben-1130";

    private const string Role = "campaign";
    private static readonly string[] Streams = ["tasks", "inspections", "scoring", "integration"];
    private static readonly DateTimeOffset TakenAt = new(2026, 11, 30, 4, 22, 0, TimeSpan.Zero);

    public static string Month => File.ReadAllText(PathOf("month.json"));

    public static string Bulletin => File.ReadAllText(PathOf("bulletin.json"));

    /// <summary>
    /// Writes a backup as that release wrote them. The cluster is made here, so that any version of PostgreSQL can open it.
    /// </summary>
    public static async Task<(BackupManifest Manifest, IReadOnlyList<StoredEvents> Events)> BackUp(
        DataDirectory workplace, string into, CancellationToken ct)
    {
        var (admin, password) = (workplace.Secret("postgres-admin"), workplace.Secret("postgres"));
        var cluster = PostgresServer.ClusterOf(workplace);
        await cluster.Create([$"ALTER ROLE postgres PASSWORD '{admin}';", $"CREATE ROLE {Role} LOGIN CREATEDB PASSWORD '{password}';"], ct);
        var runner = new PartRunner(workplace, _ => { });
        try
        {
            var server = new PostgresServer(workplace);
            await runner.Start([server.Part], ct);
            var positions = new Dictionary<string, StreamPositions>(StringComparer.Ordinal);
            foreach (var database in Streams)
                positions[database] = await Load(database, server.AdminConnectionString, ct);
            await Load("gateway", server.AdminConnectionString, ct);
            Directory.CreateDirectory(Path.Combine(into, "secrets"));
            await cluster.BackUp(BackupLayout.Cluster(into), server.AdminConnectionString, ct);
            await File.WriteAllBytesAsync(BackupLayout.Evidence(into), await Unpacked("evidence.tar.gz", ct), ct);
            await File.WriteAllTextAsync(BackupLayout.Secret(into, "postgres"), password, ct);
            await File.WriteAllTextAsync(BackupLayout.Secret(into, "postgres-admin"), admin, ct);
            var manifest = new BackupManifest(
                Format: 1, TakenAt, "0.1.0", cluster.Version(), positions, await BackupManifest.Digests(into, ct));
            manifest.Write(into);
            return (manifest, await StoredEvents.UpTo(manifest, database => new(To(database, server.AdminConnectionString))));
        }
        finally
        {
            await runner.Stop();
        }
    }

    /// <returns>Everything had been published when it was left.</returns>
    private static async Task<StreamPositions> Load(string database, string admin, CancellationToken ct)
    {
        await Execute(admin, $"CREATE DATABASE {database} OWNER {Role}", ct);
        var connection = To(database, admin);
        await Execute(connection, Encoding.UTF8.GetString(await Unpacked(database + ".sql.gz", ct)), ct);
        if (database is "gateway")
            return new(0, 0);
        await using var source = NpgsqlDataSource.Create(connection);
        await using var last = source.CreateCommand("SELECT max(seq_id) FROM mt_events");
        var position = (long)(await last.ExecuteScalarAsync(ct))!;
        return new(position, position);
    }

    private static string To(string database, string admin) =>
        new NpgsqlConnectionStringBuilder(admin) { Database = database, Pooling = false, CommandTimeout = 120 }.ConnectionString;

    private static async Task Execute(string connection, string sql, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<byte[]> Unpacked(string file, CancellationToken ct)
    {
        await using var packed = new GZipStream(File.OpenRead(PathOf(file)), CompressionMode.Decompress);
        await using var content = new MemoryStream();
        await packed.CopyToAsync(content, ct);
        return content.ToArray();
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "OldRelease", file);
}
