using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

internal sealed class KnownUnits(NpgsqlDataSource database)
{
    public async Task<bool> Know(string street, string unit, CancellationToken cancellation) =>
        (await All(street, cancellation)).Contains(unit);

    public async Task<KnownUnit?> Find(string street, string unit, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        return await connection.QuerySingleOrDefaultAsync<KnownUnit>(new CommandDefinition(
            """
            SELECT category AS Category, valid_from AS From, valid_until AS Until FROM known_units
            WHERE street = @street AND unit = @unit
            """,
            new { street, unit }, cancellationToken: cancellation));
    }

    /// <summary>All of a street by their codes.</summary>
    public async Task<IReadOnlyDictionary<string, KnownUnit>> Register(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var units = await connection.QueryAsync<(string Code, string? Category, DateOnly From, DateOnly? Until)>(new CommandDefinition(
            "SELECT unit, category, valid_from, valid_until FROM known_units WHERE street = @street", new { street },
            cancellationToken: cancellation));
        return units.ToDictionary(unit => unit.Code, unit => new KnownUnit(unit.Category, unit.From, unit.Until), StringComparer.Ordinal);
    }

    public async Task<IReadOnlySet<string>> All(string street, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var units = await connection.QueryAsync<string>(new CommandDefinition(
            "SELECT unit FROM known_units WHERE street = @street", new { street }, cancellationToken: cancellation));
        return units.ToHashSet(StringComparer.Ordinal);
    }
}

/// <param name="Category">Null for one that is not scored.</param>
/// <param name="From">First day in the campaign.</param>
/// <param name="Until">Last day; null while it takes part.</param>
internal sealed record KnownUnit(string? Category, DateOnly From, DateOnly? Until);
