using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>What sheets there are, in all their versions.</summary>
internal sealed class SheetVersions(NpgsqlDataSource database)
{
    private const string Columns =
        "s.code AS Code, s.version AS Version, s.name AS Name, s.category AS Category, s.standard AS Standard, s.items::text AS Items";

    /// <param name="version">Null for the one in force.</param>
    public Task<SheetVersion?> Find(string street, string code, int? version, CancellationToken cancellation) => Newest(
        "WHERE s.street = @street AND s.code = @code AND (@version::int IS NULL OR s.version = @version)",
        new { street, code, version }, cancellation);

    /// <param name="rest">What stands behind <c>FROM score_sheets s</c>: joins of the folders above, and which sheet.</param>
    public async Task<SheetVersion?> Newest(string rest, object arguments, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM score_sheets s {rest} ORDER BY s.version DESC LIMIT 1", arguments, cancellationToken: cancellation));
        return row is null ? null : Sheet(row);
    }

    /// <summary>Every version of the named sheets, and under no version the one in force.</summary>
    public async Task<IReadOnlyDictionary<(string Code, int? Version), SheetVersion>> AllVersions(
        string street, IEnumerable<string> codes, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM score_sheets s WHERE s.street = @street AND s.code = ANY (@codes) ORDER BY s.code, s.version",
            new { street, codes = codes.Distinct(StringComparer.Ordinal).ToArray() }, cancellationToken: cancellation));
        var sheets = new Dictionary<(string, int?), SheetVersion>();
        foreach (var sheet in rows.Select(Sheet)) sheets[(sheet.Code, sheet.Version)] = sheets[(sheet.Code, null)] = sheet;
        return sheets;
    }

    /// <summary>The sheets in force, of one category or dialect where asked for.</summary>
    public async Task<IReadOnlyList<SheetVersion>> Current(string street, SheetFilter filter, int take, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"""
             SELECT * FROM (SELECT DISTINCT ON (s.code) {Columns} FROM score_sheets s WHERE s.street = @street
             ORDER BY s.code, s.version DESC) c
             WHERE Code > @after AND (@Category::text IS NULL OR Category = @Category) AND (@Standard::text IS NULL OR Standard = @Standard)
             ORDER BY Code LIMIT @take
             """,
            new { street, after = filter.After ?? "", filter.Category, filter.Standard, take }, cancellationToken: cancellation));
        return [.. rows.Select(Sheet)];
    }

    private SheetVersion Sheet(Row row) => new(
        row.Code, row.Version, row.Name, row.Category, StoredJson.Read<IReadOnlyList<SheetItem>>(row.Items), row.Standard);

    private sealed record Row(string Code, int Version, string? Name, string Category, string? Standard, string Items);
}
