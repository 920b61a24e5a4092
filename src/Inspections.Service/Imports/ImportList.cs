using Campaign.EventStore;
using Campaign.Inspections.Kernel;
using Campaign.Web;
using Dapper;
using Npgsql;

namespace Campaign.Inspections.Imports;

/// <summary>An import that changed something.</summary>
/// <param name="By">Account that imported it.</param>
internal sealed record ImportList(
    Guid Id, long Version, DateTimeOffset At, string? By, int Cases, int Inspections, DateTimeOffset? WithdrawnAt, string? Reason);

internal sealed class ImportListProjection : IProjection
{
    public void Project(StreamEvent @event, SqlBatch sql)
    {
        var row = Row.Of(@event.Stream).With("version", @event.Version);
        switch (@event.Data)
        {
            case LedgerImported e:
                row.With("at", e.At).With("by", @event.Metadata.User).With("cases", e.Cases.Count)
                    .With("inspections", e.Inspections.Count).InsertInto("ledger_imports", sql);
                break;
            case LedgerImportWithdrawn e:
                row.With("withdrawn_at", e.At).With("reason", e.Reason).Update("ledger_imports", sql);
                break;
        }
    }
}

internal static class ImportListQuery
{
    public static void Map(RouteGroupBuilder street) => street
        .MapGet("/history-imports", List)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithTags("HistoryImports").WithSummary("历次导入").Produces<Page<ImportList>>();

    private static async Task<IResult> List(string street, string? after, int? limit, NpgsqlDataSource database, HttpContext http)
    {
        var asked = Paging.Limit(limit);
        var (ticks, id) = PageCursor.Read(after, (DateTimeOffset.MaxValue.UtcTicks, Guid.Empty));
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        var rows = await connection.QueryAsync<ImportList>(new CommandDefinition(
            """
            SELECT id AS Id, version AS Version, at AS At, by AS By, cases AS Cases, inspections AS Inspections,
                withdrawn_at AS WithdrawnAt, reason AS Reason
            FROM ledger_imports WHERE street = @street AND (at < @at OR at = @at AND id > @id) ORDER BY at DESC, id LIMIT @take
            """,
            new { street, at = new DateTimeOffset(ticks, TimeSpan.Zero), id, take = asked + 1 }, cancellationToken: http.RequestAborted));
        return Paging.Page(http, rows.AsList(), asked, row => PageCursor.Of(row.At.UtcTicks, row.Id));
    }
}
