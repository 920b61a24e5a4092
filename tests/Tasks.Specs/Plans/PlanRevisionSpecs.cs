using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Plans;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

public sealed class PlanRevisionSpecs
{
    private static readonly PlanItem Item = new(1, "U010", Autumn.Name);
    private static readonly PlanDocument Without = With(Roads with { Units = ["U011"] });
    private static readonly PlanDocument Longer = Document with { Phases = [February, March, Autumn with { To = new(2025, 1, 31) }] };

    [Fact]
    public void What_was_over_at_issue_is_taken_in_closed_and_the_rest_runs_to_the_end_of_its_phase()
    {
        var story = new PlanStory().Take(Document);
        (story.Of(Item with { Phase = February.Name }).Status, story.Of(Item with { Phase = March.Name }).Status, story.Of(Item).Due)
            .ShouldBe((AssignmentStatus.Closed, AssignmentStatus.Issued, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(8))));
        story.Plan.Items.Count.ShouldBe(12);
    }

    [Fact]
    public void The_same_document_again_changes_nothing()
    {
        var story = new PlanStory().Take(Document);
        story.LookAt(Document).ShouldAllBe(row => row.Outcome == RowOutcome.Unchanged && row.Change == PlanChange.None);
        story.Take(Document, out var events);
        events.ShouldBeEmpty();
    }

    [Fact]
    public void Only_what_an_edition_adds_is_issued()
    {
        var story = new PlanStory().Take(Document);
        var longer = With(Roads, new PlanAction(2, "健康教育提升行动", ["U010"], AllCommunities: false, null));
        story.LookAt(longer).Where(row => row.Change == PlanChange.Issue).Select(row => (row.Action, row.Unit)).Distinct()
            .ShouldBe([(2, "U010")]);
        story.Take(longer).Assignments.Count().ShouldBe(15);
    }

    [Fact]
    public void What_an_edition_adds_with_a_deadline_in_the_past_comes_in_closed()
    {
        var story = new PlanStory().Take(Document).Take(With(Roads with { Units = ["U010", "U011", "U024"] }));
        (story.Of(new(1, "U024", March.Name)).Status, story.Of(new(1, "U024", Autumn.Name)).Status)
            .ShouldBe((AssignmentStatus.Closed, AssignmentStatus.Issued));
    }

    [Fact]
    public void What_an_edition_takes_out_is_cancelled()
    {
        var story = new PlanStory().Take(Document);
        Row(story, Without).ShouldBe((RowOutcome.Understood, PlanChange.Cancel));
        story.Take(Without);
        story.Of(Item).Status.ShouldBe(AssignmentStatus.Cancelled);
        story.Plan.Items.ContainsKey(Item).ShouldBeFalse();
        story.Take(Without, out var events);
        events.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_submitted_is_kept_and_shown()
    {
        var story = new PlanStory().Take(Document).Happens(Item, Submitted with { Unit = "U010" });
        Row(story, Without).ShouldBe((RowOutcome.Questionable, PlanChange.Withdraw));
        story.Take(Without).Of(Item).Status.ShouldBe(AssignmentStatus.Submitted);
        Row(story, Document).ShouldBe((RowOutcome.Unchanged, PlanChange.Readopt));
        story.Take(Document).Of(Item).Status.ShouldBe(AssignmentStatus.Submitted);
    }

    [Fact]
    public void What_an_edition_brings_back_is_issued_anew_once()
    {
        var story = new PlanStory().Take(Document).Take(Without).Take(Document);
        story.Of(Item).Status.ShouldBe(AssignmentStatus.Cancelled);
        story.Of(Item with { Issue = 2 }).Status.ShouldBe(AssignmentStatus.Issued);
        story.LookAt(Document).ShouldAllBe(row => row.Change == PlanChange.None);
    }

    [Fact]
    public void A_phase_that_ends_later_moves_its_deadlines()
    {
        var story = new PlanStory().Take(Document);
        var row = story.LookAt(Longer).Single(row => row.Item == Item);
        (row.Outcome, row.Change, row.Note).ShouldBe((RowOutcome.Understood, PlanChange.Move, "期限由2024年12月31日24:00改为2025年1月31日24:00。"));
        story.Take(Longer).Of(Item).Due.ShouldBe(new DateTimeOffset(2025, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        story.Take(Longer, out var events);
        events.ShouldBeEmpty();
    }

    [Fact]
    public void A_deadline_moved_into_the_past_is_questioned()
    {
        var shorter = Document with { Phases = [February, March, Autumn with { To = new(2024, 4, 30) }] };
        var row = new PlanStory().Take(Document).LookAt(shorter).Single(row => row.Item == Item);
        (row.Outcome, row.Change).ShouldBe((RowOutcome.Questionable, PlanChange.Move));
        row.Note!.ShouldContain("将即时超期");
    }

    [Fact]
    public void What_is_approved_keeps_its_deadline()
    {
        var story = new PlanStory().Take(Document).Happens(Item, Submitted, Approved);
        Row(story, Longer).ShouldBe((RowOutcome.Questionable, PlanChange.Keep));
        story.Take(Longer).Of(Item).Due.ShouldBe(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
    }

    [Fact]
    public void An_extension_stays_where_the_plan_does_not_move_the_deadline()
    {
        var extended = new DateTimeOffset(2025, 1, 15, 0, 0, 0, TimeSpan.FromHours(8));
        var story = new PlanStory().Take(Document).Happens(Item, new DeadlineExtended("U010", extended, "连续降雨", null, Noon));
        story.Take(With(Roads, new PlanAction(2, "健康教育提升行动", ["U010"], AllCommunities: false, null))).Of(Item).Due.ShouldBe(extended);
    }

    [Fact]
    public void A_deadline_that_a_person_moved_to_the_same_day_already_is_unchanged()
    {
        var moved = new DeadlineExtended("U010", new(2025, 2, 1, 0, 0, 0, TimeSpan.FromHours(8)), "连续降雨", null, Noon);
        Row(new PlanStory().Take(Document).Happens(Item, moved), Longer).ShouldBe((RowOutcome.Unchanged, PlanChange.None));
    }

    [Fact]
    public void What_cannot_be_read_is_refused_and_not_taken_for_removed()
    {
        var task = new PlanTask(1, "档案资料归档", "U010", ["U011"]);
        var story = new PlanStory().Take(With(new PlanAction(1, "档案行动", null, AllCommunities: false, null, [task])));
        story.LookAt(With(new PlanAction(1, "档案行动", null, AllCommunities: false, null, [task with { Cooperating = ["U999"] }])))
            .Select(row => row.Outcome).ShouldBe([RowOutcome.Refused]);
    }

    [Fact]
    public void An_action_of_another_name_renames_its_assignments()
    {
        var story = new PlanStory().Take(Document);
        Row(story, With(Roads with { Name = "市政设施提升行动" })).ShouldBe((RowOutcome.Understood, PlanChange.Revise));
        story.Take(With(Roads with { Name = "市政设施提升行动" })).Of(Item).Title.ShouldBe("市政设施提升行动（巩固提升阶段）");
    }

    [Fact]
    public void Another_measure_changes_the_document_and_no_assignment()
    {
        var story = new PlanStory().Take(Document);
        var other = With(Roads with { Measures = ["道路硬化平整，照明全覆盖"] });
        story.LookAt(other).ShouldAllBe(row => row.Change == PlanChange.None);
        story.Take(other, out var events);
        events.Single().ShouldBeOfType<PlanRevised>();
        story.Plan.Document!.SameAs(other).ShouldBeTrue();
    }

    [Fact]
    public void What_a_person_cancelled_stays_cancelled()
    {
        var story = new PlanStory().Take(Document).Happens(Item, Cancelled);
        story.LookAt(Document).ShouldAllBe(row => row.Change == PlanChange.None);
        Row(story, Longer).ShouldBe((RowOutcome.Questionable, PlanChange.Keep));
    }

    private static (RowOutcome, PlanChange) Row(PlanStory story, PlanDocument document)
    {
        var row = story.LookAt(document).Single(row => row.Item.Key == Item);
        return (row.Outcome, row.Change);
    }
}
