using Campaign.Inspections.Reference;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Ledger;

/// <summary>What people call the units, communities and categories of a street; a code that has no name stands for itself.</summary>
internal sealed class LedgerNames(
    IReadOnlyDictionary<string, string> units, IReadOnlyDictionary<string, string> communities, IReadOnlyDictionary<string, string> categories)
{
    public string? Unit(string? code) => Of(units, code);

    public string? Community(string? code) => Of(communities, code);

    public string? Category(string? code) => Of(categories, code);

    public static async Task<LedgerNames> Load(string street, NpgsqlConnection connection, Categories list, CancellationToken cancellation)
    {
        async Task<IReadOnlyDictionary<string, string>> Names(string sql) => (await connection.QueryAsync<(string Code, string Name)>(
            new CommandDefinition(sql, new { street }, cancellationToken: cancellation))).ToDictionary(row => row.Code, row => row.Name, StringComparer.Ordinal);
        return new(
            await Names("SELECT unit, name FROM known_units WHERE street = @street"),
            await Names("SELECT community, name FROM known_communities WHERE street = @street"),
            (await list.All(version: null, cancellation)).ToDictionary(c => c.Category.Code, c => c.Category.Name, StringComparer.Ordinal));
    }

    private static string? Of(IReadOnlyDictionary<string, string> names, string? code) =>
        code is null ? null : names.GetValueOrDefault(code, code);
}
