using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <summary>What a street office asks every morning. Each count is that of the list its address leads to.</summary>
/// <param name="ByUnit">Of what is open; so are the others.</param>
internal sealed record AssignmentSummary(
    SummaryCount DueToday, SummaryCount Overdue, SummaryCount WaitingForMyReview, SummaryCount WaitingForAcknowledgement, SummaryCount Open,
    IReadOnlyList<SummaryCount> ByUnit, IReadOnlyList<SummaryCount> ByAction, IReadOnlyList<SummaryCount> ByPhase,
    IReadOnlyList<SummaryCount> ByKind);

/// <param name="Label">As people call it.</param>
/// <param name="Href">The list of exactly these rows.</param>
internal sealed record SummaryCount(string Label, int Count, string Href);

internal static class AssignmentSummaryQuery
{
    private static readonly AssignmentFilter Open = new(Open: true);

    public static void Map(RouteGroupBuilder assignments) => assignments
        .MapGet("/summary", Handle).Allow(Audience.Everybody).TakesTurn(CallerTurns.Figures)
        .WithSummary("今日任务概览").Produces<AssignmentSummary>();

    private static async Task<IResult> Handle(
        string street, Caller caller, AssignmentRead read, OrganisationLookup register, IPlanTitles planTitles, AssignmentKinds kinds,
        HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var plans = await planTitles.Of(street, cancellation);
        var units = (await register.Units(street, cancellation)).ToDictionary(unit => unit.Code, unit => unit.Name, StringComparer.Ordinal);

        async Task<SummaryCount> Of(string label, AssignmentFilter filter) =>
            new(label, await read.Count(street, filter, caller, cancellation), filter.Href(street));

        async Task<IReadOnlyList<SummaryCount>> By<T>(
            string columns, Func<T, (string Label, AssignmentFilter Filter, int Count)> row, string but = "")
        {
            var groups = await read.Groups<T>(
                street, Open, caller, $"{columns}, count(*)::int", cancellation, $"{but} GROUP BY {columns} ORDER BY {columns}");
            return [.. groups.Select(row).Select(count => new SummaryCount(count.Label, count.Count, count.Filter.Href(street)))];
        }

        return TypedResults.Ok(new AssignmentSummary(
            await Of("今日到期", Open with { DueToday = true }),
            await Of("已超期", Open with { Overdue = true }),
            await Of("待我审核", new(WaitingForMyReview: true)),
            await Of("待签收", new(Status: AssignmentStatus.Issued)),
            await Of("办理中", Open),
            await By<(string Unit, int Count)>(
                "unit", row => (units.GetValueOrDefault(row.Unit, row.Unit), Open with { Unit = row.Unit }, row.Count)),
            await By<(Guid Plan, int Action, int Count)>(
                "plan_id, action",
                row => ($"《{plans.GetValueOrDefault(row.Plan)}》第{row.Action}项行动",
                    Open with { Plan = row.Plan, Action = row.Action }, row.Count),
                "AND action IS NOT NULL"),
            await By<(string Phase, int Count)>(
                "phase", row => (row.Phase, Open with { Phase = row.Phase }, row.Count), "AND phase IS NOT NULL"),
            await By<(string Kind, int Count)>(
                "kind", row => (kinds[Kind(row.Kind)].Name, Open with { Kind = Kind(row.Kind) }, row.Count))));
    }

    private static AssignmentKind Kind(string stored) => Enum.Parse<AssignmentKind>(stored);
}
