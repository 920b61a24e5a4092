using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Web;
using FluentValidation;

namespace Campaign.Inspections.ScoreSheets;

/// <summary>导入评分表: the tables of a workbook become the sheet, all of it or nothing.</summary>
internal static class ImportScoreSheetEndpoint
{
    public static void Map(RouteGroupBuilder sheets) => sheets
        .MapPost("/workbook", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .TakesWorkbook().WithSummary("导入评分表").Produces<SheetImport>();

    private static async Task<IResult> Handle(
        string street, bool? dryRun, [AsParameters] SheetHeader header, Commands commands, IEventStore store, KnownHeadingWords words,
        HttpContext http)
    {
        var tables = await Uploads.Workbook(http);
        if (tables.Count == 0) return Problems.Of(SheetRules.NoItems);

        var stream = ScoreSheet.Stream(street, header.Code);
        var (sheet, _) = await store.Load<ScoreSheet>(stream, commands.Cancellation);
        var read = SheetRows.Of(tables, SheetReading.Headings.With(await words.Of(street, commands.Cancellation)));
        var (rows, remarks) = (SheetReading.Of(read.Rows, sheet.Items), read.Remarks);
        if (rows.Count == 0) return Problems.Of(SheetRules.NoItems);
        if (rows.Count > SheetRules.MaxItems) return Problems.Of(SheetRules.TooManyItems);
        if (dryRun is true) return TypedResults.Ok(new SheetImport(header.Code, sheet.Version, rows, Taken: false, remarks));
        if (rows.Any(row => row.Item is null)) return Refused(rows);

        var command = new IssueScoreSheet(
            header.Code, header.Name, header.Category, header.Standard, [.. rows.Select(row => row.Item!)], commands.Now);
        return await commands.Run<ScoreSheet>(
            stream, command.Decide, done => new SheetImport(header.Code, done.State.Version, rows, Taken: true, remarks));
    }

    private static IResult Refused(IReadOnlyList<SheetRow> rows)
    {
        var errors = rows.Where(row => row.Outcome is SheetRowOutcome.Refused)
            .Select(row => new FieldError(row.Address!, row.Rule!, row.Detail!)).ToList();
        return Problems.Of(StatusCodes.Status422UnprocessableEntity, "import-refused", $"有 {errors.Count} 行不能导入，本次没有导入任何内容。", errors);
    }
}

/// <param name="Version">In force after the import; for a preview, before it. 0: none yet.</param>
/// <param name="Taken">False for a preview.</param>
/// <param name="Remarks">Headings and sheets that were not read.</param>
internal sealed record SheetImport(
    string Code, int Version, IReadOnlyList<SheetRow> Rows, bool Taken, IReadOnlyList<WorkbookRemark> Remarks);

/// <summary>What a printed sheet does not say of itself.</summary>
internal sealed record SheetHeader(string Code, string? Name, string Category, string? Standard)
{
    public string? Name { get; init; } = NameText.Clean(Name);

    internal sealed class Validator : AbstractValidator<SheetHeader>
    {
        public Validator()
        {
            RuleFor(x => x.Code).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Name).IsName().MaximumLength(100);
            RuleFor(x => x.Category).NotEmpty().MaximumLength(50);
            RuleFor(x => x.Standard).IsStandard();
        }
    }
}
