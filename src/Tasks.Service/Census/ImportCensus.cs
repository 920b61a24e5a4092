using Campaign.Documents;
using Campaign.EventStore;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Census;

/// <summary>What an import understood, row by row.</summary>
/// <param name="Taken">False for a preview.</param>
/// <param name="Remarks">Headings and sheets that were not read.</param>
internal sealed record CensusImport(
    bool Taken, int Understood, int Questionable, int Refused, int Unchanged, IReadOnlyList<CensusRow> Rows,
    IReadOnlyList<WorkbookRemark> Remarks)
{
    public static CensusImport Of(IReadOnlyList<ReadRow> rows, bool taken, IReadOnlyList<WorkbookRemark> remarks)
    {
        return new(
            taken, Count(RowOutcome.Understood), Count(RowOutcome.Questionable), Count(RowOutcome.Refused), Count(RowOutcome.Unchanged),
            [.. rows.Select(row => row.Answer)], remarks);

        int Count(RowOutcome outcome) => rows.Count(row => row.Answer.Outcome == outcome);
    }
}

/// <summary>普查表导入: all rows in one transaction or none; the same file again changes nothing.</summary>
internal static class ImportCensusEndpoint
{
    public const int MaxRows = 20_000;

    private const int MostErrors = 500;

    public static void Map(RouteGroupBuilder establishments) => establishments
        .MapPost("/workbook", Handle).Allow(Audience.Offices).TakesWorkbook().WithSummary("导入普查表").Produces<CensusImport>();

    private static async Task<IResult> Handle(
        string street, bool? dryRun, Commands commands, CensusRegister census, IEventStore store, HttpContext http)
    {
        var tables = await Uploads.Workbook(http);
        var words = (await store.Load(HeadingWords.Stream(street), commands.Cancellation)).State.Pairs.ToList();
        var known = tables.Where(table => table.Has(CensusReading.OnlyCode.With(words))).ToList();
        if (known.Count == 0) return Problems.Of(CensusRules.NoTable);
        var headings = CensusReading.Headings.With(words);
        // What a sheet that is hardly a form lacks is not what to tell.
        var sheets = SheetRows.Of([.. known, .. tables.Except(known)], headings);
        if (sheets.Rows.Count > MaxRows) return Problems.Of(CensusRules.TooManyRows);

        IReadOnlyList<ReadRow> rows = [];
        // A row that was taken before is known by what it says, under whatever key the form comes again.
        await store.Transact<Establishment>(
            async _ =>
            {
                rows = new CensusReading(await Context(street, commands, census)).Read(sheets.Rows);
                return dryRun is true || IsRefused(rows) ? JointDecision.Nothing : JointDecision.Of(Changes(street, rows));
            },
            new TransactOptions(commands.Metadata), commands.Cancellation);
        return dryRun is not true && IsRefused(rows)
            ? Refused(rows)
            : TypedResults.Ok(CensusImport.Of(rows, taken: dryRun is not true, sheets.Remarks));
    }

    private static async Task<CensusContext> Context(string street, Commands commands, CensusRegister census) => new(
        await census.Trades(street, commands.Cancellation), await census.CommunityNames(street, commands.Cancellation),
        await census.Establishments(street, commands.Cancellation), commands.Now);

    private static IEnumerable<StreamChange> Changes(string street, IReadOnlyList<ReadRow> rows) =>
        from row in rows
        where row.Events.Count > 0
        select StreamChange.To(Establishment.Stream(street, row.Answer.Code!), row.Version, row.Events);

    private static bool IsRefused(IReadOnlyList<ReadRow> rows) => rows.Any(row => row.Answer.Outcome is RowOutcome.Refused);

    private static IResult Refused(IReadOnlyList<ReadRow> rows)
    {
        var refused = rows.Select(row => row.Answer).Where(row => row.Outcome is RowOutcome.Refused).ToList();
        return Problems.Of(
            StatusCodes.Status422UnprocessableEntity, "import-refused", $"有 {refused.Count} 行不能导入，本次没有导入任何内容。",
            [.. refused.Take(MostErrors).Select(row => new FieldError(row.Cell!, "row-refused", row.Note!))]);
    }
}
