using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Covert;

/// <summary>Among whom is drawn: everybody of a category who takes part on the day, or the units named.</summary>
internal sealed record DrawPool(string? Category = null, IReadOnlyList<string>? Units = null);

internal sealed class DrawPools(NpgsqlDataSource database)
{
    public const int MaxUnits = 5000;

    /// <returns>Codes in order, each once; or why there are none.</returns>
    public async Task<(IReadOnlyList<string> Codes, Refusal? Refusal)> Of(
        string street, DrawPool pool, DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var asked = pool.Units?.Distinct(StringComparer.Ordinal).ToArray();
        var known = await connection.QueryAsync<string>(new CommandDefinition(
            """
            SELECT unit FROM known_units
            WHERE street = @street AND (unit = ANY (@asked) OR (
                category = @Category AND valid_from <= @day AND (valid_until IS NULL OR valid_until >= @day)))
            """,
            new { street, asked, pool.Category, day }, cancellationToken: cancellation));
        var codes = known.Order(StringComparer.Ordinal).ToList();
        var unknown = asked?.Except(codes, StringComparer.Ordinal).FirstOrDefault();
        if (unknown is null) return (codes, null);
        var place = pool.Units!.Index().First(unit => unit.Item == unknown).Index;
        return ([], ReferenceRules.UnitUnknown with { Pointer = $"/pool/units/{place}" });
    }
}
