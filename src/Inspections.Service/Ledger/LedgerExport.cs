using Campaign.Documents;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Reference;
using Campaign.ServiceDefaults;
using Campaign.Web;
using Npgsql;

namespace Campaign.Inspections.Ledger;

/// <summary>台账导出: every finding of a filter as .xlsx, a row at a time from the database to the file.</summary>
internal static class LedgerExport
{
    public const int MaxRows = 500_000;

    private static readonly Column[] Columns =
    [
        new("案件编号", 28), new("状态", 10), new("类别", 20), new("严重程度", 10), new("问题描述", 40), new("社区", 16), new("地址", 28),
        new("经度", 12), new("纬度", 12), new("责任单位", 20), new("配合单位", 24), new("登记时间", 18), new("交办时间", 18), new("期限", 18),
        new("超期", 8), new("返工次数", 10), new("轮次", 8), new("销号时间", 18), new("结案时间", 18), new("结案原因", 24),
    ];

    public static void Map(RouteGroupBuilder findings) => findings
        .MapGet("/export", Handle).Allow(LedgerQueries.Readers).TakesTurn(CallerTurns.Exports).WithSummary("导出台账")
        .Produces<byte[]>(contentType: Downloads.XlsxType);

    private static async Task<IResult> Handle(
        string street, [AsParameters] LedgerFilter filter, string? sort, Caller caller, Categories categories,
        NpgsqlDataSource database, TimeProvider clock, HttpContext http)
    {
        if (LedgerOrder.Of(sort) is not { } order) return Problems.Of(LedgerRules.SortUnknown);
        var sql = filter.Sql(street, caller, clock);
        await using var connection = await database.OpenConnectionAsync(http.RequestAborted);
        if (await LedgerTable.Count(connection, sql, MaxRows + 1, http.RequestAborted) > MaxRows)
            return Problems.Of(LedgerRules.ExportTooLarge);

        var names = await LedgerNames.Load(street, connection, categories, http.RequestAborted);
        return await Downloads.Xlsx($"问题台账-{ChinaTime.DateOf(clock.GetUtcNow()):yyyyMMdd}.xlsx", async book =>
        {
            book.Sheet("问题台账", Columns);
            await foreach (var row in LedgerTable.All(connection, sql, order).WithCancellation(http.RequestAborted))
                book.Row(Cells(row, names));
        });
    }

    private static object?[] Cells(FindingLedger row, LedgerNames names) =>
    [
        row.CaseNumber, row.Status.Word(), names.Category(row.Category), row.Severity.Word(), row.Description,
        names.Community(row.Community),
        row.Address ?? row.RoadSection, row.Longitude, row.Latitude, names.Unit(row.Unit),
        string.Join('、', row.CooperatingUnits.Select(names.Unit)),
        row.RecordedAt, row.RoutedAt, row.Due is { } due ? ChinaTime.DeadlineCell(due) : null, row.Overdue, row.Rejections, row.Round,
        row.StruckOffAt, row.ClosedAt, row.ClosingReason,
    ];
}
