using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Imports;

/// <summary>Where a row of a ledger is, or would begin.</summary>
/// <param name="Take">How often an import of it was taken back before.</param>
/// <param name="Recorded">What is there; empty where it would begin.</param>
internal sealed record LedgerStream(StreamId Id, int Take, IReadOnlyList<RecordedEvent> Recorded)
{
    public bool Exists => Recorded.Count > 0;
}

/// <summary>Finds the streams of rows, past those whose import was taken back.</summary>
internal sealed class LedgerStreams(IEventStore store, NpgsqlDataSource database)
{
    public async Task<IReadOnlyDictionary<(RowKind Kind, string Id), LedgerStream>> Of(
        string street, IEnumerable<(RowKind Kind, string Id)> rows, CancellationToken cancellation)
    {
        var found = new Dictionary<(RowKind, string), LedgerStream>();
        var left = rows.Distinct().ToList();
        for (var take = 0; left.Count > 0; take++)
        {
            var existing = await Existing(street, left.Select(row => LedgerIds.Of(street, row.Kind, row.Id, take).Id), cancellation);
            var withdrawn = new List<(RowKind, string)>();
            foreach (var row in left)
            {
                var id = LedgerIds.Of(street, row.Kind, row.Id, take);
                var stream = new LedgerStream(id, take, existing.Contains(id.Id) ? await store.Read(id, cancellation) : []);
                if (stream.Recorded.Any(e => e.Data is ImportedFindingWithdrawn or ImportedInspectionWithdrawn)) withdrawn.Add(row);
                else found.Add(row, stream);
            }
            left = withdrawn;
        }
        return found;
    }

    private async Task<HashSet<Guid>> Existing(string street, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return [.. await connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT id FROM findings WHERE street = @street AND id = ANY (@ids)
            UNION ALL SELECT id FROM inspections WHERE street = @street AND id = ANY (@ids)
            """,
            new { street, ids = ids.ToArray() }, cancellationToken: cancellation))];
    }
}
