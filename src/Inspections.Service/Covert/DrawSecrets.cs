using Campaign.EventStore;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Covert;

/// <summary>Lots that are not revealed yet, where no stream, feed or read model shows them.</summary>
internal sealed class DrawSecrets(NpgsqlDataSource database)
{
    /// <summary>To be committed with the seal.</summary>
    public static SqlBatch Keeping(StreamId draw, Lot lot)
    {
        var sql = new SqlBatch();
        sql.Add(
            "INSERT INTO app.draw_secrets (street, id, salt, targets) VALUES ($1, $2, $3, $4)",
            draw.Tenant, draw.Id, lot.Salt, lot.Targets.ToArray());
        return sql;
    }

    public async Task<Lot?> Find(StreamId draw, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            "SELECT salt AS Salt, targets AS Targets FROM app.draw_secrets WHERE street = @Tenant AND id = @Id",
            new { draw.Tenant, draw.Id }, cancellationToken: cancellation));
        return row is null ? null : new Lot(row.Salt, row.Targets);
    }

    private sealed record Row(string Salt, string[] Targets);
}
