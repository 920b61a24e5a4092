using Campaign.Demo.Api;
using Campaign.Demo.Input;
using Campaign.Demo.Output;

namespace Campaign.Demo.Steps;

/// <summary>The plan, first looked at, then taken; every assignment it should give is counted in the list of assignments.</summary>
internal sealed class PlanImport(Caller office, string street)
{
    public async Task Run(Plan plan, IReadOnlyCollection<string> committees)
    {
        var path = $"api/streets/{street}/plans";
        var expected = plan.Assignments(committees);
        var tried = await office.Post<Answer>($"{path}?dryRun=true", plan);
        if (tried.Rows.Where(row => row.Outcome == "Refused").ToList() is { Count: > 0 } refused)
            throw new DemoFailure($"方案有 {refused.Count} 行未通过，例如第 {refused[0].Action} 项行动、{refused[0].Unit}：{refused[0].Note}");
        if (tried.Rows.Count != expected) throw new DemoFailure($"方案应读出 {expected} 行（行动×单位×阶段），实际 {tried.Rows.Count} 行。");

        var taken = await office.Post<Answer>($"{path}?dryRun=false", plan);
        var assignments = await office.GetAll<Assignment>($"api/streets/{street}/assignments?plan={taken.PlanId}");
        if (assignments.Count != expected) throw new DemoFailure($"方案应分解为 {expected} 项任务，平台上有 {assignments.Count} 项。");

        var unchanged = taken.Rows.Count(row => row.Outcome == "Unchanged");
        Screen.Done($"{plan.DocumentNumber}：{plan.Actions.Count} 项行动 → {expected} 项任务"
            + (unchanged == expected ? "（以前已导入，没有变化）" : $"，其中待核实 {taken.Rows.Count(row => row.Outcome == "Questionable")} 项"));
    }

    private sealed record Answer(string PlanId, IReadOnlyList<Row> Rows);

    private sealed record Row(int Action, string Unit, string Outcome, string? Note);

    private sealed record Assignment(Guid Id);
}
