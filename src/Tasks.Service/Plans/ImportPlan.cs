using Campaign.Contracts;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Plans;

/// <summary>
/// 导入方案, as JSON or as a workbook. With <c>?dryRun=true</c> it is only looked at; <c>If-Match</c> with the version of that look
/// makes sure that what is taken is what was seen.
/// </summary>
internal static class ImportPlanEndpoints
{
    public static void Map(RouteGroupBuilder plans)
    {
        plans.MapPost("/", Document).Allow(Audience.Offices).WithSummary("导入方案").Produces<PlanImport>();
        plans.MapPost("/workbook", Sheets).TakesWorkbook().Allow(Audience.Offices).WithSummary("导入方案工作簿").Produces<PlanImport>();
    }

    private static Task<IResult> Document(
        string street, bool? dryRun, PlanDocument body, Commands commands, PlanImporter importer, HttpContext http) =>
        importer.Import(street, PlanSource.Json(body), dryRun == true, commands, http);

    private static async Task<IResult> Sheets(
        string street, bool? dryRun, Commands commands, PlanImporter importer, Register register, HttpContext http)
    {
        var tables = await Uploads.Workbook(http);
        if (await register.On(street, ChinaTime.DateOf(commands.Now), commands.Cancellation) is not { } organisation)
            return Problems.Of(OrganisationRules.StreetUnknown);
        var names = new Names(await register.Units(street, commands.Cancellation), organisation.Posts);
        var (source, remarks) = PlanWorkbook.Read(tables, names);
        if (source is not null) return await importer.Import(street, source, dryRun == true, commands, http);
        return dryRun == true
            ? TypedResults.Ok(PlanImport.Of(planId: null, [], taken: false, remarks))
            : Problems.Of([.. remarks.Where(remark => remark.Outcome is RowOutcome.Refused).Select(remark => remark.Error)]);
    }
}
