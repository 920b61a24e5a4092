using System.Globalization;
using Campaign.Demo.Api;
using Campaign.Demo.Figures;
using Campaign.Demo.Input;
using Campaign.Demo.Output;

namespace Campaign.Demo.Steps;

/// <summary>One finding of today through the whole loop: three services and what travels between them.</summary>
internal sealed class LiveFinding(Accounts accounts, Caller office, Polling polling, TimeProvider clock, string street)
{
    private const string Category = "0110";
    private const string Observed = "绿化带内有暴露生活垃圾";
    private readonly Picture before = Picture.New(), after = Picture.New(), again = Picture.New();

    private string Street => $"api/streets/{street}";

    public async Task Run(string community, IReadOnlyList<Sheet> sheets)
    {
        var inspector = await accounts.Inspector(street);
        var rule = await office.Get<Resolution>($"{Street}/responsibility-rules/resolution?community={community}&category={Category}");
        var responsible = rule.Lead;
        var visit = await Inspect(inspector, responsible, sheets);
        await Upload(inspector, before);
        var finding = await inspector.Post<Finding>($"{Street}/inspections/{visit.Id}/items/{visit.Item}/finding", new
        {
            Category,
            Place = new { Longitude = Somewhere(117.20), Latitude = Somewhere(33.60), Address = "健康路沿线", Community = community },
            Photos = new[] { before.Id },
        });
        Screen.Done($"扣分项转为问题：登记 {finding.CaseNumber}，附整改前照片");

        var assignment = await polling.Until($"{finding.CaseNumber} 按责任体系交办", async () =>
            (await office.GetAll<Assignment>($"{Street}/assignments?finding={finding.Id}")).SingleOrDefault());
        if (assignment.Unit != responsible) throw new DemoFailure($"责任体系指定 {responsible}，案件却交办给了 {assignment.Unit}。");
        await Becomes(finding, "Routed");
        Screen.Done($"按责任体系交办 {assignment.Unit}，期限 {ChinaTime.Deadline(assignment.Due)}");

        var officer = await accounts.UnitOfficer(street, assignment.Unit);
        await Act(officer, assignment, "acknowledgement", new { });
        await Becomes(finding, "Accepted");
        await Report(officer, finding, assignment, after, "垃圾已清运");
        Screen.Done("签收并上报整改，附整改后照片");

        await Verify(inspector, finding, passed: false, "绿化带内仍有残留垃圾");
        await polling.Until("任务退回责任单位", () => When(assignment, "Returned"));
        await Report(officer, finding, assignment, again, "残留垃圾已清净");
        Screen.Done("复核不通过，退回后再次上报");

        await Verify(inspector, finding, passed: true, null);
        await polling.Until("任务审核通过", () => When(assignment, "Approved"));
        Screen.Done("复核通过，销号，任务随之审核通过");

        var month = clock.GetUtcNow().ToOffset(ChinaTime.Offset).ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var line = await polling.Until($"{assignment.Unit} {month} 的得分明细", async () =>
            (await office.Find<Scorecard>($"{Street}/scorecards/{assignment.Unit}/{month}"))?.Lines
                .FirstOrDefault(line => line.Kind == "rejectedRectification" && line.CaseNumber == finding.CaseNumber));
        Screen.Done($"{month} 得分明细：{line.Text}（{line.Points.ToString(CultureInfo.InvariantCulture)} 分）");
    }

    private async Task<Visit> Inspect(Caller inspector, string subject, IReadOnlyList<Sheet> sheets)
    {
        var unit = await office.Get<Unit>($"{Street}/units/{subject}");
        var sheet = sheets.First(sheet => sheet.Category == unit.Category);
        var visit = await inspector.Post<Visit>($"{Street}/inspections", new
        {
            Subject = subject,
            Sheet = sheet.Code,
            Kind = "日常检查",
            Items = new[] { new { sheet.Items[0].No, NotApplicable = false, Deduction = 1, Reason = Observed } },
        });
        await inspector.Post($"{Street}/inspections/{visit.Id}/confirmation", new { });
        Screen.Done($"日常检查 {unit.Name}：{DecimalText.Announced(visit.Score)} 分");
        return visit with { Item = sheet.Items[0].No };
    }

    private Task Upload(Caller who, Picture picture) => who.Upload($"{Street}/evidence/{picture.Id}", picture.Bytes, "image/png");

    private async Task Report(Caller officer, Finding finding, Assignment assignment, Picture picture, string note)
    {
        await Upload(officer, picture);
        await Act(officer, assignment, "submission", new { Photos = new[] { picture.Id }, Note = note });
        await Becomes(finding, "Reported");
    }

    private Task Act(Caller officer, Assignment assignment, string action, object body) =>
        officer.Post($"{Street}/assignments/{assignment.Id}/{action}", body);

    private Task Verify(Caller inspector, Finding finding, bool passed, string? reason) =>
        inspector.Post($"{Street}/findings/{finding.Id}/verification", new { Passed = passed, Reason = reason });

    private Task<Ledger> Becomes(Finding finding, string status) => polling.Until($"案件 {finding.CaseNumber} 变为 {status}", async () =>
        await office.Get<Ledger>($"{Street}/findings/{finding.Id}") is { } row && row.Status == status ? row : null);

    private async Task<Assignment?> When(Assignment assignment, string status) =>
        await office.Get<Assignment>($"{Street}/assignments/{assignment.Id}") is { } now && now.Status == status ? now : null;

    // A new place each time: the same one again would be the relapse or the duplicate of an earlier run's case.
    private static double Somewhere(double from) => Math.Round(from + Random.Shared.NextDouble() * 0.02, 6);

    private sealed record Resolution(string Lead);

    private sealed record Visit(Guid Id, decimal? Score, int Item);

    private sealed record Finding(Guid Id, string CaseNumber);

    private sealed record Ledger(string Status);

    private sealed record Assignment(Guid Id, string Status, string Unit, DateTimeOffset Due);

    private sealed record Scorecard(IReadOnlyList<ScoreLine> Lines);

    private sealed record ScoreLine(string Kind, decimal Points, string Text, string? CaseNumber);
}
