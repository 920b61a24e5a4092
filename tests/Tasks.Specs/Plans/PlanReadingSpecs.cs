using Campaign.Tasks.Assignments;
using Campaign.Tasks.Imports;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

public sealed class PlanReadingSpecs
{
    private static readonly DateTimeOffset Now = AssignmentStory.Morning;
    private static readonly PlanTask Folders = new(1, "档案资料归档", "U010", ["U011"], Kind: AssignmentKind.Archive, Items: ["2019", "2020"]);

    [Fact]
    public void An_action_is_for_its_units_and_every_committee_in_each_phase() =>
        Read(Document with { Phases = [February, March] }).Select(row => (row.Item.Unit, row.Item.Phase)).ShouldBe(
        [
            ("U010", February.Name), ("U010", March.Name), ("U011", February.Name), ("U011", March.Name),
            ("U001", February.Name), ("U001", March.Name), ("U002", February.Name), ("U002", March.Name),
        ]);

    [Fact]
    public void A_committee_that_is_named_as_well_is_not_doubled() =>
        Read(With(Roads with { Units = ["U001"] })).Select(row => row.Item.Unit).Distinct().ShouldBe(["U001", "U002"]);

    [Fact]
    public void A_unit_that_nobody_registered_is_refused_where_it_stands()
    {
        var rows = Read(With(Roads with { Units = ["U010", "U999"] })).Where(row => row.Item.Unit == "U999").ToList();
        rows.ShouldAllBe(row => row.Outcome == RowOutcome.Refused);
        rows.ShouldAllBe(row => row.Pointer == "/actions/0/units/1");
        rows.Count.ShouldBe(3);
    }

    [Fact]
    public void All_communities_of_a_street_without_any_is_refused() =>
        new PlanReading(Document, [.. Units.Where(unit => unit.Category is null)], Posts, ThePoints, AssignmentStory.Kinds).Items()
            .Where(row => row.Pointer == "/actions/0/allCommunities").ShouldAllBe(row => row.Outcome == RowOutcome.Refused);

    [Fact]
    public void A_unit_listed_twice_is_taken_once_and_shown() =>
        Read(With(Roads with { Units = ["U010", "U010"], AllCommunities = false }))
            .ShouldAllBe(row => row.Item.Unit == "U010" && row.Outcome == RowOutcome.Questionable);

    [Fact]
    public void A_unit_that_does_not_take_part_in_a_phase_is_shown()
    {
        UnitRow[] units = [new("U010", 1, "城管中队", null, null, March.From, null), new("U011", 1, "环卫站", null, null, January, February.To)];
        var rows = new PlanReading(
            With(Roads with { AllCommunities = false }) with { Phases = [February, March] }, units, Posts, ThePoints, AssignmentStory.Kinds)
            .Items();
        rows.Where(row => row.Outcome == RowOutcome.Questionable).Select(row => (row.Item.Unit, row.Item.Phase))
            .ShouldBe([("U010", February.Name), ("U011", March.Name)]);
    }

    [Fact]
    public void A_task_is_for_its_lead_in_each_phase_and_says_who_helps()
    {
        var document = With(Tasks(Folders with { Phases = [March.Name, Autumn.Name] }));
        Read(document).Select(row => row.Item).ShouldBe([new(1, "U010", March.Name, 1), new(1, "U010", Autumn.Name, 1)]);
        var issued = PlanWork.Of(document, new(1, "U010", Autumn.Name, 1))
            .Issue(new(1, "U010", Autumn.Name, 1), PlanId, AssignmentStory.Morning, Of(AssignmentKind.Archive), Leaders);
        (issued.Kind, issued.Title, issued.Unit, issued.Plan!.Task).ShouldBe((AssignmentKind.Archive, "档案资料归档（巩固提升阶段）", "U010", 1));
        issued.CooperatingUnits.ShouldBe(["U011"]);
        issued.Brief!.Items.Select(item => item.Key).ShouldBe(["2019", "2020"]);
    }

    [Fact]
    public void A_task_with_a_deadline_of_its_own_is_one_assignment_in_the_phase_of_that_day()
    {
        var noon = new DateTimeOffset(2024, 3, 22, 12, 0, 0, TimeSpan.FromHours(8));
        var document = With(Tasks(Folders with { Due = noon }));
        var item = Read(document).Single().Item;
        var work = PlanWork.Of(document, item);
        (item.Phase, work.Phase, work.Due, work.Title).ShouldBe(("", March.Name, noon, "档案资料归档"));
    }

    [Fact]
    public void Midnight_belongs_to_the_phase_that_ends_with_it()
    {
        var document = With(Tasks(Folders with { Due = new(2024, 4, 1, 0, 0, 0, TimeSpan.FromHours(8)) }));
        PlanWork.Of(document, Read(document).Single().Item).Phase.ShouldBe(March.Name);
    }

    [Fact]
    public void A_task_for_all_communities_is_one_for_each_and_nobody_helps_himself()
    {
        var document = With(Tasks(Folders with { Lead = null, AllCommunities = true, Cooperating = ["U001"], Phases = [Autumn.Name] }));
        Read(document).Select(row => row.Item.Unit).ShouldBe(["U001", "U002"]);
        PlanWork.Of(document, new(1, "U001", Autumn.Name, 1)).Cooperating.ShouldBeEmpty();
        PlanWork.Of(document, new(1, "U002", Autumn.Name, 1)).Cooperating.ShouldBe(["U001"]);
    }

    [Theory]
    [InlineData("U999", "全面达标阶段", "P03", "/actions/0/tasks/0/cooperating/0")]
    [InlineData("U011", "没有的阶段", "P03", "/actions/0/tasks/0/phases/0")]
    [InlineData("U011", "全面达标阶段", "P99", "/actions/0/tasks/0/guarantor")]
    public void What_a_task_names_must_be_known(string cooperating, string phase, string guarantor, string pointer)
    {
        var refused = Read(With(Tasks(Folders with { Cooperating = [cooperating], Phases = [phase], Guarantor = guarantor }))).Single();
        (refused.Outcome, refused.Pointer).ShouldBe((RowOutcome.Refused, pointer));
    }

    [Fact]
    public void An_archive_without_items_is_questioned() =>
        Read(With(Tasks(Folders with { Items = null, Phases = [March.Name] }))).Single().Outcome.ShouldBe(RowOutcome.Questionable);

    [Fact]
    public void What_a_unit_does_its_guarantor_reviews_and_what_is_of_a_field_its_leader()
    {
        ReviewerOf("U001").ShouldBe("P04", "of the two of the community the one of the field");
        ReviewerOf("U002").ShouldBe("P04", "its community has none, the field has");
        var lectures = With(Tasks(Folders with { Title = "健康教育讲座", Lead = "U010", Phases = [Autumn.Name] }));
        var item = new PlanItem(1, "U010", Autumn.Name, 1);
        PlanWork.Of(lectures, item).ReviewerOf("U010", Leaders).ShouldBe("P05");

        string? ReviewerOf(string unit) =>
            PlanWork.Of(Document, new(1, unit, Autumn.Name)).Issue(new(1, unit, Autumn.Name), PlanId, Now, null, Leaders).Guarantor;
    }

    private static IPlanTerms Of(AssignmentKind kind) => AssignmentStory.Kinds[kind].InPlans.ShouldNotBeNull();

    private static PlanAction Tasks(params PlanTask[] tasks) => new(1, "健康教育提升行动", null, AllCommunities: false, null, tasks);
}
