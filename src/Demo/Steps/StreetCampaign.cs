using Campaign.Demo.Api;
using Campaign.Demo.Figures;
using Campaign.Demo.Input;
using Campaign.Demo.Output;

namespace Campaign.Demo.Steps;

/// <summary>The campaign of one street and one month, step by step.</summary>
internal sealed class StreetCampaign(MonthFile file, TimeProvider clock, Accounts accounts, Caller district, Caller office)
{
    private readonly Registration registration = new(district, office, file.Street.Code);
    private readonly Polling polling = new(clock);

    private string Street => file.Street.Code;

    public static async Task<StreetCampaign> Open(Gateway gateway, MonthFile file, TimeProvider clock)
    {
        Screen.Step($"{file.Street.Name}（{file.Street.Code}）{file.Month}");
        var parts = new Accounts(gateway, gateway.Operator());
        var campaign = new StreetCampaign(file, clock, parts, await parts.DistrictOffice(), await parts.StreetOffice(file.Street.Code));
        await campaign.registration.Name(file.Street.Name);
        return campaign;
    }

    /// <summary>What only the sample campaign has: organisation, responsibility map and plan.</summary>
    public async Task Prepare()
    {
        Screen.Step("组织和方案");
        var organisation = Samples.Organisation;
        await registration.Organisation(organisation);
        await registration.CategoriesOf(file);
        await polling.Until("问题类别传到任务服务", () => registration.ResponsibilityRules(Samples.ResponsibilityRules));
        Screen.Done($"社区 {organisation.Communities.Count} 个，责任单位 {organisation.Units.Count} 个，"
            + $"职务 {organisation.Posts.Count} 个，责任规则 {Samples.ResponsibilityRules.GetArrayLength()} 条");
        var committees = (await registration.Units()).Where(unit => unit.Category == "居委会").Select(unit => unit.Code).ToList();
        await new PlanImport(office, Street).Run(Samples.Plan, committees);
    }

    public async Task Import()
    {
        Screen.Step("台账");
        var units = await registration.UnitsOf(file);
        await registration.CategoriesOf(file);
        await registration.SheetsOf(file);
        await registration.PolicyOf(file);
        Screen.Done($"考评对象 {file.Subjects.Count} 个，评分表 {file.Sheets?.Count ?? 0} 张，考评办法自 {file.Month} 起");

        var scoring = new Scoring(office, polling, Street);
        var sources = await new HistoryImport(office, polling, Street).Run(file);
        await scoring.KnowsSubjects(units);
        await scoring.CommendationsAndVetoes(file);
        await scoring.HasSeen(sources);
    }

    public Task DriveLiveFinding()
    {
        Screen.Step("现场办理一个问题");
        return new LiveFinding(accounts, office, polling, clock, Street).Run(Samples.Organisation.Communities[0].Code, file.Sheets ?? []);
    }

    public async Task<MonthReport> Publish()
    {
        Screen.Step("封账和通报");
        var (report, bulletin) = await new MonthEnd(office, Street, file.Month).Run();
        if (bulletin is not null) Tables.Show(bulletin);
        Tables.Show(report, file);
        return report;
    }
}
