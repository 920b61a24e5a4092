using Campaign.Inspections.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Reference;

/// <param name="Version">Version of the list.</param>
internal sealed record ListedCategory(int Version, FindingCategory Category);

internal sealed class Categories(NpgsqlDataSource database)
{
    private const string OfVersion = "(@version::int IS NULL AND current OR list_version = @version)";
    private const string Columns = "SELECT list_version, entry::text FROM finding_categories";

    /// <summary>Those of the codes as they stand now.</summary>
    public const string Current = $"{Columns} WHERE code = ANY (@codes) AND current";

    /// <summary>
    /// Whether a column holds a category of one of the groups <c>@group</c>, in SQL. By the list in force: also what was judged under an
    /// earlier one belongs to the group that its category is in now.
    /// </summary>
    public static string InGroup(string category) =>
        $"{category} IN (SELECT g.code FROM finding_categories g WHERE g.current AND g.entry ->> 'Group' = ANY (@group))";

    /// <summary>The group that a column's category is in now, in SQL.</summary>
    public static string GroupOf(string category) =>
        $"(SELECT g.entry ->> 'Group' FROM finding_categories g WHERE g.current AND g.code = {category})";

    public static IEnumerable<ListedCategory> Listed(IEnumerable<(int Version, string Entry)> rows) =>
        rows.Select(row => new ListedCategory(row.Version, RowJson.Of<FindingCategory>(row.Entry)));

    /// <summary>A category as it stands now, or as it stood in a version of the list.</summary>
    public async Task<ListedCategory?> Find(string code, int? version, CancellationToken cancellation) =>
        await Rows($"code = @code AND {OfVersion}", new { code, version }, cancellation) is [var found, ..] ? found : null;

    public Task<IReadOnlyList<ListedCategory>> All(int? version, CancellationToken cancellation) =>
        Rows(OfVersion, new { version }, cancellation);

    /// <summary>Those that another system calls by this code; a list taken over from it has its codes as its own.</summary>
    public Task<IReadOnlyList<ListedCategory>> Called(string foreignCode, CancellationToken cancellation) => Rows(
        "current AND (code = @foreignCode OR entry -> 'Crosswalk' @> jsonb_build_array(jsonb_build_object('Code', @foreignCode::text)))",
        new { foreignCode }, cancellation);

    private async Task<IReadOnlyList<ListedCategory>> Rows(string condition, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<(int Version, string Entry)>(new CommandDefinition(
            $"{Columns} WHERE {condition} ORDER BY position", arguments, cancellationToken: cancellation));
        return [.. Listed(rows)];
    }
}
