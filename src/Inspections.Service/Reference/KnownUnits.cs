using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

internal sealed class KnownUnits(NpgsqlDataSource database)
{
    public async Task<bool> Know(string street, string unit, CancellationToken cancellation) =>
        (await All(street, cancellation)).Contains(unit);

    public async Task<IReadOnlySet<string>> All(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var units = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT unit FROM known_units WHERE street = @street", new { street }, cancellationToken: cancellation));
        return units.ToHashSet(StringComparer.Ordinal);
    }
}
