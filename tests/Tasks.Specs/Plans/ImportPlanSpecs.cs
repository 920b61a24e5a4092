using Campaign.Tasks.Plans;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

/// <summary>What a document does to the plan; what it does to assignments is in <see cref="PlanRevisionSpecs"/>.</summary>
public sealed class ImportPlanSpecs
{
    private static readonly PlanItem Item = new(1, "U010", Autumn.Name);
    private static readonly PlanItem Other = new(1, "U011", Autumn.Name);
    private static readonly PlanDocument Renamed = Document with { Title = "实施方案" };
    private static readonly PlanImported Imported = new(Tasks.Plans.Stored.PlanDocument.Of(Document), [Item], Morning);

    [Fact]
    public void A_document_is_taken_with_its_items() =>
        Given().When(new ImportPlan(Document, [Item], [], Morning).Decide).Then(Imported);

    [Fact]
    public void The_same_document_again_changes_nothing() =>
        Given(Imported).When(new ImportPlan(Document, [], [], Noon).Decide).ThenNothing();

    [Fact]
    public void Other_words_are_another_edition_though_no_item_changes() =>
        Given(Imported).When(new ImportPlan(Renamed, [], [], Noon).Decide)
            .Then(new PlanRevised(Tasks.Plans.Stored.PlanDocument.Of(Renamed), [], [], Noon)).AndAgainNothing();

    [Fact]
    public void An_edition_adds_items_and_takes_others_out()
    {
        var revised = new PlanRevised(Tasks.Plans.Stored.PlanDocument.Of(Renamed), [Other], [Item], Noon);
        Given(Imported).When(new ImportPlan(Renamed, [Other], [Item], Noon).Decide).Then(revised);
        Given(Imported, revised).State.Items.Keys.ShouldBe([Other]);
    }

    [Fact]
    public void Items_that_come_or_go_are_an_edition_even_of_the_same_document() =>
        Given(Imported).When(new ImportPlan(Document, [Other], [], Noon).Decide)
            .Then(new PlanRevised(Tasks.Plans.Stored.PlanDocument.Of(Document), [Other], [], Noon));

    private static Scenario<Plan> Given(params object[] history) => new(history);
}
