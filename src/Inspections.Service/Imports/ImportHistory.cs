using Campaign.Web;

namespace Campaign.Inspections.Imports;

/// <summary>历史台账导入: findings and inspections of an old ledger, with their own times; the same rows again change nothing.</summary>
internal static class ImportHistoryEndpoint
{
    public static void Map(RouteGroupBuilder street) => street
        .MapPost("/history-imports", Handle)
        .Allow(Role.StreetOffice, Role.DistrictOffice, Role.Administrator)
        .WithTags("HistoryImports").WithSummary("导入历史台账").Produces<ImportAnswer>();

    private static async Task<IResult> Handle(string street, LedgerRows body, bool? dryRun, Commands commands, LedgerImport import)
    {
        if (dryRun is true)
            return Answer(await import.Plan(street, body, commands.Now, commands.Cancellation), taken: false, batch: null);

        var batch = commands.NewId();
        var plan = await import.Take(street, body, batch, commands.Now, LedgerHistory.By(commands.Metadata), commands.Cancellation);
        return plan.HasRefusal ? Refused(plan) : Answer(plan, taken: true, plan.ChangesAnything ? batch : null);
    }

    private static IResult Answer(LedgerPlan plan, bool taken, Guid? batch) =>
        TypedResults.Ok(new ImportAnswer([.. plan.Rows.Select(row => row.Answer())], taken, batch));

    private static IResult Refused(LedgerPlan plan)
    {
        var errors = plan.Rows.Where(row => row.Plan.Outcome is RowOutcome.Refused).Select(row => row.Answer())
            .Select(row => new FieldError(row.Pointer!, row.Rule!, row.Detail!)).ToList();
        return Problems.Of(StatusCodes.Status422UnprocessableEntity, "import-refused", $"有 {errors.Count} 行不能导入，本次没有导入任何内容。", errors);
    }
}

/// <param name="Taken">False for a dry run.</param>
/// <param name="Batch">By which it can be taken back; absent where nothing was changed.</param>
internal sealed record ImportAnswer(IReadOnlyList<LedgerRow> Rows, bool Taken, Guid? Batch);
