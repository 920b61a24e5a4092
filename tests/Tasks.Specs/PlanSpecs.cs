using Campaign.EventStore;
using Campaign.Tasks.Assignments;
using Campaign.Tasks.Organisation;
using Campaign.Tasks.Plans;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs;

public sealed class PlanSpecs
{
    private static readonly DateOnly January = new(2024, 1, 1);
    private static readonly PlanPhase February = new("重点整改阶段", new(2024, 2, 1), new(2024, 2, 29));
    private static readonly PlanPhase March = new("全面达标阶段", new(2024, 3, 1), new(2024, 3, 31));
    private static readonly PlanAction Roads = new(1, "基础设施建设提升行动", ["U010", "U011"], AllCommunities: true, ["道路硬化平整"]);
    private static readonly PlanDocument Document = new("南关办〔2024〕6号", "工作方案", "南关街道办事处", new(2024, 3, 19), [February, March], [Roads], null);
    private static readonly UnitRow[] Units =
    [
        Committee("U001"), Committee("U002"), new("U010", 1, "城管中队", null, null, January, null), new("U011", 1, "环卫站", null, null, January, null),
    ];

    private static readonly Plan Imported = Plan.Initial.Evolve(new PlanImported(Document, Items(Read(Document)), Morning));

    [Fact]
    public void An_action_is_for_its_units_and_every_committee_in_each_phase() =>
        Read(Document).Select(row => (row.Unit, row.Phase)).ShouldBe(
        [
            ("U010", February.Name), ("U010", March.Name), ("U011", February.Name), ("U011", March.Name),
            ("U001", February.Name), ("U001", March.Name), ("U002", February.Name), ("U002", March.Name),
        ]);

    [Fact]
    public void A_committee_that_is_named_as_well_is_not_doubled() =>
        Read(With(Roads with { Units = ["U001"] })).Select(row => row.Unit).Distinct().ShouldBe(["U001", "U002"]);

    [Fact]
    public void A_unit_that_nobody_registered_is_refused_where_it_stands()
    {
        var rows = Read(With(Roads with { Units = ["U010", "U999"] })).Where(row => row.Unit == "U999").ToList();
        rows.ShouldAllBe(row => row.Outcome == RowOutcome.Refused);
        rows.ShouldAllBe(row => row.Pointer == "/actions/0/units/1");
        rows.Count.ShouldBe(2);
    }

    [Fact]
    public void All_communities_of_a_street_without_any_is_refused() =>
        new PlanReading(Document, [.. Units.Where(unit => unit.Category is null)], Plan.Initial).Rows()
            .Where(row => row.Pointer == "/actions/0/allCommunities").ShouldAllBe(row => row.Outcome == RowOutcome.Refused);

    [Fact]
    public void A_unit_listed_twice_is_taken_once_and_shown() =>
        Read(With(Roads with { Units = ["U010", "U010"], AllCommunities = false }))
            .ShouldAllBe(row => row.Unit == "U010" && row.Outcome == RowOutcome.Questionable);

    [Fact]
    public void A_unit_that_does_not_take_part_in_a_phase_is_shown()
    {
        UnitRow[] units = [new("U010", 1, "城管中队", null, null, March.From, null), new("U011", 1, "环卫站", null, null, January, February.To)];
        var rows = new PlanReading(With(Roads with { AllCommunities = false }), units, Plan.Initial).Rows();
        rows.Where(row => row.Outcome == RowOutcome.Questionable).Select(row => (row.Unit, row.Phase))
            .ShouldBe([("U010", February.Name), ("U011", March.Name)]);
    }

    [Fact]
    public void A_phase_over_at_issue_comes_in_closed_and_the_others_run_to_the_end_of_their_last_day()
    {
        var stream = Plan.Stream(TheStreet, Document.DocumentNumber);
        var appends = ImportPlanEndpoint.Issued(stream, Document, [.. Read(Document).Where(row => row.Unit == "U010")]).ToList();
        var assignments = appends
            .Select(append => append.Events.Aggregate(Assignment.Initial, (state, e) => state.Evolve(e.Data))).ToList();
        assignments.Select(a => (a.Status, a.Due, a.Title)).ShouldBe(
        [
            (AssignmentStatus.Closed, new DateTimeOffset(2024, 3, 1, 0, 0, 0, TimeSpan.FromHours(8)), "基础设施建设提升行动（重点整改阶段）"),
            (AssignmentStatus.Issued, new DateTimeOffset(2024, 4, 1, 0, 0, 0, TimeSpan.FromHours(8)), "基础设施建设提升行动（全面达标阶段）"),
        ]);
        appends.Select(append => append.Stream.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void A_plan_is_taken_with_all_its_items() =>
        new Scenario<Plan>([]).When(Take(Document).Decide).Then(new PlanImported(Document, Items(Read(Document)), Morning)).AndAgainNothing();

    [Fact]
    public void The_same_document_again_is_all_unchanged() =>
        new PlanReading(Document, Units, Imported).Rows().ShouldAllBe(row => row.Outcome == RowOutcome.Unchanged);

    [Fact]
    public void A_new_action_is_added_to_the_plan()
    {
        var longer = Document with { Actions = [Roads, new PlanAction(2, "健康教育提升行动", ["U010"], AllCommunities: false, null)] };
        Given(Document).When(Take(longer).Decide)
            .Then(new PlanExtended(longer, [new(2, "U010", February.Name), new(2, "U010", March.Name)], Morning)).AndAgainNothing();
    }

    [Fact]
    public void A_plan_that_takes_a_unit_out_is_a_persons_to_change() =>
        Given(Document).When(Take(With(Roads with { Units = ["U010"] })).Decide).ThenRefused(TakePlan.PlanChanged);

    [Fact]
    public void A_plan_with_other_phases_is_a_persons_to_change() =>
        Given(Document).When(Take(Document with { Phases = [February, March with { To = new(2024, 4, 30) }] }).Decide).ThenRefused(TakePlan.PlanChanged);

    private static Scenario<Plan> Given(PlanDocument document) => new([new PlanImported(document, Items(Read(document)), Morning)]);

    private static TakePlan Take(PlanDocument document) => new(document, Items(Read(document)), Morning);

    private static IReadOnlyList<PlanRow> Read(PlanDocument document) => new PlanReading(document, Units, Plan.Initial).Rows();

    private static PlanItem[] Items(IReadOnlyList<PlanRow> rows) => [.. rows.Select(row => row.Item)];

    private static PlanDocument With(PlanAction action) => Document with { Actions = [action] };

    private static UnitRow Committee(string code) => new(code, 1, code, Unit.CommunityCommittee, null, January, null);
}
