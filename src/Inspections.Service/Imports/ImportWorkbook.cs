using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Web;
using Npgsql;

namespace Campaign.Inspections.Imports;

/// <summary>
/// 历史台账导入（工作簿）: all sheets of an .xlsx that have the headings, one row a finding, all rows or none. A row becomes what JSON
/// would have said; from there on there is one way (<see cref="LedgerImport"/>).
/// </summary>
internal static class ImportWorkbookEndpoint
{
    private const int MaxRows = 5000;

    public static void Map(RouteGroupBuilder street) => street
        .MapPost("/history-imports/workbook", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .TakesWorkbook().WithTags("HistoryImports").WithSummary("导入历史台账（工作簿）").Produces<LedgerSheetImport>();

    private static async Task<IResult> Handle(
        string street, bool? dryRun, Commands commands, LedgerImport import, Categories categories, KnownHeadingWords words,
        NpgsqlDataSource database, HttpContext http)
    {
        var tables = await Uploads.Workbook(http);
        if (tables.Count == 0) return Problems.Of(ImportRules.NoRows);
        var sheets = SheetRows.Of(tables, SheetColumns.Headings.With(await words.Of(street, commands.Cancellation)));
        if (sheets.Rows.Count == 0) return Problems.Of(ImportRules.NoRows);
        if (sheets.Rows.Count > MaxRows) return Problems.Of(ImportRules.TooManyRows(MaxRows));

        var names = await SheetNames.Load(street, database, categories, commands.Cancellation);
        var read = sheets.Rows.Select(row => SheetFinding.Read(row, names)).ToList();
        var sound = read.Where(row => row.Faults.Count == 0).ToList();
        var rows = new LedgerRows(null, [.. sound.Select(row => row.Case)]);
        var take = dryRun is not true && sound.Count == read.Count;
        var batch = commands.NewId();
        var plan = take
            ? await import.Take(street, rows, batch, commands.Now, LedgerHistory.By(commands.Metadata), commands.Cancellation)
            : await import.Plan(street, rows, commands.Now, commands.Cancellation);

        var planned = sound.Zip(plan.Rows).ToDictionary(pair => pair.First, pair => pair.Second);
        var answer = read.Select(row => LedgerSheetRow.Of(row, planned.GetValueOrDefault(row))).ToList();
        return dryRun is not true && answer.Exists(row => row.Outcome is LedgerSheetOutcome.Refused)
            ? Refused(answer)
            : TypedResults.Ok(new LedgerSheetImport(
                answer, Taken: take, sheets.Remarks, take && plan.ChangesAnything ? batch : null));
    }

    private static IResult Refused(IReadOnlyList<LedgerSheetRow> rows)
    {
        var refused = rows.Where(row => row.Outcome is LedgerSheetOutcome.Refused).ToList();
        return Problems.Of(
            StatusCodes.Status422UnprocessableEntity, "import-refused", $"有 {refused.Count} 行不能导入，本次没有导入任何内容。",
            [.. refused.SelectMany(row => row.Remarks).Select(remark => new FieldError(remark.Address, remark.Rule, remark.Detail))]);
    }
}

internal enum LedgerSheetOutcome { Understood, Questionable, Unchanged, Refused }

/// <param name="Row">Number of the row in the sheet.</param>
internal sealed record LedgerSheetRow(
    string Sheet, int Row, string Id, LedgerSheetOutcome Outcome, string? CaseNumber, IReadOnlyList<RowRemark> Remarks)
{
    public static LedgerSheetRow Of(SheetFinding read, PlannedRow? planned)
    {
        if (planned is null)
            return new(read.Row.Sheet, read.Row.Number, read.Case.Id, LedgerSheetOutcome.Refused, null, read.Faults);
        var (outcome, note) = (planned.Plan.Outcome, planned.Plan.Note);
        IReadOnlyList<RowRemark> remarks = note is null
            ? read.Questions
            : [.. read.Questions.Append(read.Remark(note)).DistinctBy(remark => remark.Address, StringComparer.Ordinal)];
        return new(read.Row.Sheet, read.Row.Number, read.Case.Id, outcome switch
        {
            RowOutcome.Refused => LedgerSheetOutcome.Refused,
            RowOutcome.Unchanged => LedgerSheetOutcome.Unchanged,
            RowOutcome.New or RowOutcome.Extended => remarks.Count > 0 ? LedgerSheetOutcome.Questionable : LedgerSheetOutcome.Understood,
        }, planned.Plan.CaseNumber, remarks);
    }
}

/// <param name="Taken">False for a preview.</param>
/// <param name="Remarks">Headings and sheets that were not read.</param>
/// <param name="Batch">By which it can be taken back; absent where nothing was changed.</param>
internal sealed record LedgerSheetImport(
    IReadOnlyList<LedgerSheetRow> Rows, bool Taken, IReadOnlyList<WorkbookRemark> Remarks, Guid? Batch);
