using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Plans;
using Campaign.Tasks.Points;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

/// <summary>点位准备 in a plan: which point each assignment prepares, and the five parts of it.</summary>
public sealed class PlanPointSpecs
{
    private static readonly PlanTask Ready =
        new(1, "点位布置", "U010", Phases: [Autumn.Name], Kind: AssignmentKind.PointPreparation, Points: ["D01", "农贸市场"]);

    [Fact]
    public void Each_point_that_is_named_is_an_assignment_of_its_own()
    {
        var story = new PlanStory().Take(With(Action(Ready)));
        story.Assignments.Select(a => (a.State.Unit, a.State.Brief!.Point)).Order().ShouldBe([("U010", "D01"), ("U010", "D02")]);
        story.LookAt(With(Action(Ready))).ShouldAllBe(row => row.Outcome == RowOutcome.Unchanged);
    }

    [Fact]
    public void Of_all_communities_each_prepares_the_points_that_lie_in_it() =>
        new PlanStory().Take(With(Action(Ready with { Lead = null, AllCommunities = true }))).Assignments
            .Select(a => (a.State.Unit, a.State.Brief!.Point)).Order().ShouldBe([("U001", "D01"), ("U002", "D02")]);

    [Fact]
    public void Where_none_is_named_each_prepares_the_point_of_its_community() =>
        new PlanStory().Take(With(Action(Ready with { Lead = null, AllCommunities = true, Points = null }))).Assignments
            .Select(a => (a.State.Unit, a.State.Brief!.Point)).Order().ShouldBe([("U001", "C1"), ("U002", "C2")]);

    [Fact]
    public void A_unit_without_community_is_questioned_where_no_point_is_named() =>
        Read(With(Action(Ready with { Points = null }))).Single().Outcome.ShouldBe(RowOutcome.Questionable);

    [Theory]
    [InlineData("D09", false, "没有登记“D09”这个点位。")]
    [InlineData("D03", true, "点位“D03”所在社区没有登记居委会。")]
    public void A_point_is_registered_and_somebody_prepares_it(string point, bool communities, string note)
    {
        var task = Ready with { Points = ["D01", point], Lead = communities ? null : "U010", AllCommunities = communities };
        var refused = Read(With(Action(task))).Single();
        (refused.Outcome, refused.Pointer, refused.Note).ShouldBe((RowOutcome.Refused, "/actions/0/tasks/0/points/1", note));
    }

    [Fact]
    public void It_asks_for_the_five_parts_whatever_the_plan_lists_and_is_not_submitted_without_them()
    {
        var story = new PlanStory().Take(With(Action(Ready with { Points = ["D01"], Items = ["展板", "指示牌"] })));
        var prepared = story.Assignments.Single().State;
        prepared.Brief!.Items.Select(item => item.Title).ShouldBe(["讲解员", "展板", "汇报PPT", "档案资料", "周边环境", "指示牌"]);
        var refusal = new SubmitAssignment(AssignmentStory.Kinds, AssignmentStory.Office, [], null, AssignmentStory.Noon).Decide(prepared)
            .Refusal.ShouldNotBeNull();
        (refusal.Rule, refusal.Detail).ShouldBe(
            (PointRules.NotReady.Rule, "点位尚未备齐，还缺 6 项：讲解员、展板、汇报PPT、档案资料、周边环境、指示牌。"));
    }

    [Fact]
    public void Only_what_is_about_points_names_them() =>
        new PlanDocumentValidator(AssignmentStory.Kinds).Validate(With(Action(Ready with { Kind = null })))
            .Errors.Select(error => error.ErrorCode).ShouldBe(["points-not-asked"]);

    private static PlanAction Action(PlanTask task) => new(1, "迎检准备行动", null, AllCommunities: false, null, [task]);
}
