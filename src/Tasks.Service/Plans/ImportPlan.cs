using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

/// <summary>The same document again changes nothing; a later edition is followed by its difference.</summary>
internal sealed record ImportPlan(PlanDocument Document, IReadOnlyList<PlanItem> Added, IReadOnlyList<PlanItem> Removed, DateTimeOffset Now)
{
    public static ImportPlan By(IReadOnlyList<PlanRow> rows, PlanDocument document, DateTimeOffset now) => new(
        document, [.. rows.Where(row => row.EntersPlan).Select(row => row.Item)],
        [.. rows.Where(row => row.LeavesPlan).Select(row => row.Item)], now);

    public Decision Decide(Plan plan) => plan.Document switch
    {
        null => Decision.Of(new PlanImported(Stored.PlanDocument.Of(Document), Added, Now)),
        var known when Added.Count + Removed.Count == 0 && Document.SameAs(known) => Decision.Nothing,
        _ => Decision.Of(new PlanRevised(Stored.PlanDocument.Of(Document), Added, Removed, Now)),
    };
}

/// <summary>
/// 导入方案, as JSON or as a workbook. With <c>?dryRun=true</c> it is only looked at; <c>If-Match</c> with the version of that look
/// makes sure that what is taken is what was seen.
/// </summary>
internal static class ImportPlanEndpoints
{
    public static void Map(RouteGroupBuilder plans)
    {
        plans.MapPost("/", Document).Allow(Audience.Offices).WithName("ImportPlan").WithSummary("导入方案").Produces<PlanImportResult>()
            .WithExample(
                """
                {
                  "documentNumber": "城南办〔2024〕6号", "title": "创建国家卫生城市工作方案", "issuer": "城南街道办事处", "issuedOn": "2024-03-19",
                  "phases": [{ "name": "巩固提升阶段", "from": "2024-04-01", "to": "2024-12-31" }],
                  "actions": [
                    { "no": 1, "name": "环境卫生整治行动", "units": ["U010"], "allCommunities": false, "measures": ["生活垃圾日产日清"] },
                    {
                      "no": 2, "name": "健康教育提升行动", "allCommunities": false,
                      "tasks": [{ "no": 1, "title": "档案资料归档", "lead": "U011", "kind": "Archive", "items": ["2023年", "2024年"] }]
                    }
                  ],
                  "missingAnnexes": ["任务分解表"]
                }
                """);
        plans.MapPost("/workbook", Sheets).TakesWorkbook().Allow(Audience.Offices)
            .WithName("ImportPlanWorkbook").WithSummary("导入方案工作簿").Produces<PlanImportResult>();
    }

    private static async Task<IResult> Document(
        string street, bool? dryRun, PlanDocument body, Commands commands, PlanImporter importer, OrganisationLookup register,
        HttpContext http) => await Names(street, commands, register) is { } names
        ? Answer(await importer.Import(street, PlanSource.Json(body.ByCodes(names)), dryRun == true, commands), http)
        : Problems.Of(OrganisationRules.StreetUnknown);

    private static async Task<IResult> Sheets(
        string street, bool? dryRun, Commands commands, PlanImporter importer, OrganisationLookup register, IEventStore store,
        AssignmentKinds kinds, HttpContext http)
    {
        var tables = await Uploads.Workbook(http);
        if (await Names(street, commands, register) is not { } names) return Problems.Of(OrganisationRules.StreetUnknown);
        var (words, _) = await store.Load(HeadingWords.Stream(street), commands.Cancellation);
        var (source, remarks) = PlanWorkbook.Read(tables, names, kinds, [.. words.Pairs]);
        if (source is not null) return Answer(await importer.Import(street, source, dryRun == true, commands), http);
        return dryRun == true
            ? TypedResults.Ok(PlanImportResult.Of(planId: null, [], taken: false, remarks))
            : Problems.Of([.. remarks.Where(remark => remark.Outcome is RowOutcome.Refused).Select(remark => remark.Error)]);
    }

    /// <returns>Null when the street does not take part.</returns>
    private static async Task<UnitNameResolver?> Names(string street, Commands commands, OrganisationLookup register) =>
        await register.On(street, ChinaTime.DateOf(commands.Now), commands.Cancellation) is { } organisation
            ? new(await register.Units(street, commands.Cancellation), organisation.Posts)
            : null;

    private static IResult Answer(PlanImportOutcome outcome, HttpContext http)
    {
        if (outcome.Refusal is { } refusal) return Problems.Of(refusal);
        if (outcome.Errors.Count > 0) return Problems.Of(outcome.Errors);
        ETags.Write(http, outcome.Version);
        return TypedResults.Ok(outcome.Result);
    }
}
