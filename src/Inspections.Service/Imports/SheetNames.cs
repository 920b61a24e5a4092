using Campaign.Inspections.Reference;
using Npgsql;

namespace Campaign.Inspections.Imports;

/// <summary>
/// A sheet names units, communities and categories by code or by name. What is neither, or the name of several, stays as it is.
/// </summary>
internal sealed class SheetNames(
    IEnumerable<(string Code, string Name)> units, IEnumerable<(string Code, string Name)> communities,
    IEnumerable<(string Code, string Name)> categories)
{
    private readonly Dictionary<string, string> unitCodes = Codes(units);
    private readonly Dictionary<string, string> communityCodes = Codes(communities);
    private readonly Dictionary<string, string> categoryCodes = Codes(categories);

    public string? Unit(string? text) => Of(unitCodes, text);

    public string? Community(string? text) => Of(communityCodes, text);

    public string? Category(string? text) => Of(categoryCodes, text);

    public IEnumerable<string> UnitCodes => unitCodes.Values.Distinct(StringComparer.Ordinal);

    public IEnumerable<string> CommunityCodes => communityCodes.Values.Distinct(StringComparer.Ordinal);

    public IEnumerable<string> CategoryCodes => categoryCodes.Values.Distinct(StringComparer.Ordinal);

    public static async Task<SheetNames> Load(
        string street, NpgsqlDataSource database, Categories categories, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var names = await CodeNames.Load(street, connection, categories, cancellation);
        return new(names.Units, names.Communities, names.Categories);
    }

    /// <summary>Codes come first: a name that is another's code means that other.</summary>
    private static Dictionary<string, string> Codes(IEnumerable<(string Code, string Name)> all)
    {
        var list = all.ToList();
        var codes = list.ToDictionary(one => one.Code, one => one.Code, StringComparer.Ordinal);
        foreach (var named in list.GroupBy(one => one.Name, StringComparer.Ordinal).Where(named => named.Count() == 1))
            codes.TryAdd(named.Key, named.Single().Code);
        return codes;
    }

    private static string? Of(Dictionary<string, string> codes, string? text) => text is null ? null : codes.GetValueOrDefault(text, text);
}
