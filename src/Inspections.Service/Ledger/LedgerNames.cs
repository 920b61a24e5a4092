using Campaign.Inspections.Reference;
using Npgsql;

namespace Campaign.Inspections.Ledger;

/// <summary>What people call the units, communities and categories of a street; a code that has no name stands for itself.</summary>
internal sealed class LedgerNames(
    IReadOnlyDictionary<string, string> units, IReadOnlyDictionary<string, string> communities,
    IReadOnlyDictionary<string, string> categories)
{
    public string? Unit(string? code) => Of(units, code);

    public string? Community(string? code) => Of(communities, code);

    public string? Category(string? code) => Of(categories, code);

    public static async Task<LedgerNames> Load(
        string street, NpgsqlConnection connection, Categories categories, CancellationToken cancellation)
    {
        var names = await CodeNames.Load(street, connection, categories, cancellation);
        return new(ByCode(names.Units), ByCode(names.Communities), ByCode(names.Categories));

        static Dictionary<string, string> ByCode(IEnumerable<(string Code, string Name)> all) =>
            all.ToDictionary(one => one.Code, one => one.Name, StringComparer.Ordinal);
    }

    private static string? Of(IReadOnlyDictionary<string, string> names, string? code) =>
        code is null ? null : names.GetValueOrDefault(code, code);
}
