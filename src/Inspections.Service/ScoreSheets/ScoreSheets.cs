using System.Text.Json;
using Campaign.EventStore;
using Campaign.ServiceDefaults.Http;
using Campaign.ServiceDefaults.Identity;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>Every version of every sheet.</summary>
internal sealed class ScoreSheetsProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        if (@event.Data is not ScoreSheetIssued e) return;
        sql.Add(
            "INSERT INTO score_sheets (street, code, version, name, category, items) VALUES ($1, $2, $3, $4, $5, $6::jsonb)",
            @event.Stream.Tenant, e.Code, e.Version, e.Name, e.Category, InspectionsModule.Events.Write(e.Items));
    }
}

/// <summary>One version of a sheet as people fill it in.</summary>
internal sealed record SheetVersion(string Code, int Version, string? Name, string Category, IReadOnlyList<SheetItem> Items);

internal sealed class ScoreSheets(NpgsqlDataSource database, EventTypes types)
{
    private const string Columns = "code AS Code, version AS Version, name AS Name, category AS Category, items::text AS Items";

    /// <param name="version">Null for the one in force.</param>
    public async Task<SheetVersion?> Find(string street, string code, int? version, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var row = await connection.QueryFirstOrDefaultAsync<Row>(new CommandDefinition(
            $"""
             SELECT {Columns} FROM score_sheets
             WHERE street = @street AND code = @code AND (@version::int IS NULL OR version = @version)
             ORDER BY version DESC LIMIT 1
             """,
            new { street, code, version }, cancellationToken: cancellation));
        return row is null ? null : Sheet(row);
    }

    /// <summary>Every version of the named sheets, and under no version the one in force.</summary>
    public async Task<IReadOnlyDictionary<(string Code, int? Version), SheetVersion>> AllVersions(
        string street, IEnumerable<string> codes, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT {Columns} FROM score_sheets WHERE street = @street AND code = ANY (@codes) ORDER BY code, version",
            new { street, codes = codes.Distinct(StringComparer.Ordinal).ToArray() }, cancellationToken: cancellation));
        var sheets = new Dictionary<(string, int?), SheetVersion>();
        foreach (var sheet in rows.Select(Sheet)) sheets[(sheet.Code, sheet.Version)] = sheets[(sheet.Code, null)] = sheet;
        return sheets;
    }

    /// <summary>The sheets in force.</summary>
    public async Task<IReadOnlyList<SheetVersion>> Current(string street, string after, int take, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(
            $"SELECT DISTINCT ON (code) {Columns} FROM score_sheets WHERE street = @street AND code > @after ORDER BY code, version DESC LIMIT @take",
            new { street, after, take }, cancellationToken: cancellation));
        return [.. rows.Select(Sheet)];
    }

    private SheetVersion Sheet(Row row) =>
        new(row.Code, row.Version, row.Name, row.Category, JsonSerializer.Deserialize<IReadOnlyList<SheetItem>>(row.Items, types.Json)!);

    private sealed record Row(string Code, int Version, string? Name, string Category, string Items);
}

internal static class ScoreSheetQueries
{
    public static readonly Refusal NotFound = new("sheet-unknown", "没有这张评分表或这一版本。", RefusalKind.NotFound);

    public static void Map(RouteGroupBuilder sheets)
    {
        var readers = Enum.GetValues<Role>();
        sheets.MapGet("/", List).Allow(readers).WithSummary("评分表").Produces<Page<SheetVersion>>();
        sheets.MapGet("/{code:length(1,50)}", One).Allow(readers).WithSummary("评分表某一版本").Produces<SheetVersion>();
    }

    private static async Task<IResult> List(string street, string? after, int? limit, ScoreSheets sheets, HttpContext http)
    {
        var asked = Paging.Limit(limit);
        return Paging.Page(http, await sheets.Current(street, after ?? "", asked + 1, http.RequestAborted), asked, sheet => sheet.Code);
    }

    private static async Task<IResult> One(string street, string code, int? version, ScoreSheets sheets, HttpContext http)
    {
        if (await sheets.Find(street, code, version, http.RequestAborted) is not { } sheet) return Problems.Of(NotFound);
        ETags.Write(http, sheet.Version);
        return TypedResults.Ok(sheet);
    }
}
