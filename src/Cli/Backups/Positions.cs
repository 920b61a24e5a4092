using Campaign.Cli.Services;
using Npgsql;

namespace Campaign.Cli.Backups;

/// <summary>How far the streams and their publishers are, in the databases themselves.</summary>
internal static class Positions
{
    // As the event store keeps them, in Marten's table.
    private const string Publisher = "publisher:All";

    /// <param name="connectionTo">The connection string of a database.</param>
    public static async Task<Dictionary<string, StreamPositions>> Read(Func<string, string> connectionTo, CancellationToken ct)
    {
        var positions = new Dictionary<string, StreamPositions>(StringComparer.Ordinal);
        foreach (var service in ServiceProject.BehindGateway)
        {
            await using var source = NpgsqlDataSource.Create(connectionTo(service.Name));
            await using var command = source.CreateCommand(
                """
                SELECT coalesce((SELECT max(seq_id) FROM mt_events), 0),
                    coalesce((SELECT last_seq_id FROM mt_event_progression WHERE name = $1), 0)
                """);
            command.Parameters.AddWithValue(Publisher);
            await using var row = await command.ExecuteReaderAsync(ct);
            await row.ReadAsync(ct);
            positions[service.Name] = new(row.GetInt64(0), row.GetInt64(1));
        }

        return positions;
    }

    /// <summary>Makes publishers tell again what follows; those that hear it twice take it once.</summary>
    public static async Task SetBack(
        Func<string, string> connectionTo, IReadOnlyDictionary<string, StreamPositions> positions, CancellationToken ct)
    {
        foreach (var (database, position) in positions)
        {
            await using var source = NpgsqlDataSource.Create(connectionTo(database));
            await using var command = source.CreateCommand(
                "UPDATE mt_event_progression SET last_seq_id = least(last_seq_id, $2) WHERE name = $1");
            command.Parameters.AddWithValue(Publisher);
            command.Parameters.AddWithValue(position.Publisher);
            await command.ExecuteNonQueryAsync(ct);
        }
    }
}
