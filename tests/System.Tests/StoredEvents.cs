using Campaign.Cli.Backups;
using Dapper;
using Npgsql;

namespace Campaign.SystemTests;

/// <summary>Every event of a kind up to the moment of a backup: how many, and a digest of what each says, in its order.</summary>
internal sealed record StoredEvents(string Database, string Type, long Count, string Digest)
{
    private const string Sql =
        """
        SELECT type, count(*), md5(string_agg(concat_ws(' ', id, tenant_id, stream_id, version, data), ',' ORDER BY seq_id))
        FROM mt_events WHERE seq_id <= @Events GROUP BY type ORDER BY type
        """;

    public static async Task<List<StoredEvents>> UpTo(BackupManifest manifest, Func<string, NpgsqlConnection> open)
    {
        var all = new List<StoredEvents>();
        foreach (var (database, position) in manifest.Databases)
        {
            await using var connection = open(database);
            all.AddRange((await connection.QueryAsync<(string Type, long Count, string Digest)>(Sql, position))
                .Select(row => new StoredEvents(database, row.Type, row.Count, row.Digest)));
        }

        return all;
    }
}
