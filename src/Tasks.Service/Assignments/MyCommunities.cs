using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Assignments;

/// <summary>我的社区: one that a post of the caller answers for. Each count is that of the list its address leads to.</summary>
/// <param name="Posts">Codes of the posts by which he does.</param>
/// <param name="Cases">Findings there that a unit has in hand.</param>
/// <param name="Tasks">Everything else in hand, of the units of the community.</param>
internal sealed record MyCommunity(
    string Code, string Name, IReadOnlyList<string> Posts, SummaryCount Cases, SummaryCount OverdueCases,
    SummaryCount Tasks, SummaryCount OverdueTasks, SummaryCount WaitingForMyReview);

internal static class MyCommunitiesQuery
{
    private const string Counts =
        $"""
        count(*) FILTER (WHERE finding_id IS NOT NULL)::int,
        count(*) FILTER (WHERE finding_id IS NOT NULL AND {AssignmentConditions.IsOverdue})::int,
        count(*) FILTER (WHERE finding_id IS NULL)::int,
        count(*) FILTER (WHERE finding_id IS NULL AND {AssignmentConditions.IsOverdue})::int
        """;

    public static void Map(RouteGroupBuilder communities) => communities
        .MapGet("/", Handle).Allow(Audience.Everybody).TakesTurn(CallerTurns.Figures)
        .WithName("ListMyCommunities").WithSummary("我的社区").Produces<IReadOnlyList<MyCommunity>>();

    private static async Task<IResult> Handle(
        string street, Caller caller, AssignmentRead read, OrganisationLookup register, TimeProvider clock, HttpContext http)
    {
        var mine = await register.CommunitiesOf(street, caller.Id, clock.DayOr(null), http.RequestAborted);
        var answer = new List<MyCommunity>();
        foreach (var community in mine) answer.Add(await Of(street, community, caller, read, http.RequestAborted));
        return TypedResults.Ok<IReadOnlyList<MyCommunity>>(answer);
    }

    private static async Task<MyCommunity> Of(
        string street, CommunityOfPosts community, Caller caller, AssignmentRead read, CancellationToken cancellation)
    {
        var here = new AssignmentFilter(Community: community.Code, Open: true);
        var (cases, tasks) = (here with { OfFinding = true }, here with { OfFinding = false });
        var waiting = new AssignmentFilter(Community: community.Code, WaitingForMyReview: true);
        var (open, late, inHand, overdue) =
            (await read.Groups<(int, int, int, int)>(street, here, caller, Counts, cancellation)).Single();
        return new(
            community.Code, community.Name, community.Posts,
            new("待销号案件", open, cases.Href(street)), new("超期案件", late, (cases with { Overdue = true }).Href(street)),
            new("办理中任务", inHand, tasks.Href(street)), new("超期任务", overdue, (tasks with { Overdue = true }).Href(street)),
            new("待我审核", await read.Count(street, waiting, caller, cancellation), waiting.Href(street)));
    }
}
