using Campaign.Tasks.Plans;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;
using static Campaign.Tasks.Specs.Plans.PlanStory;

namespace Campaign.Tasks.Specs.Plans;

public sealed class ResolveReferenceSpecs
{
    private static readonly PlanDocument Document = PlanStory.Document with { MissingAnnexes = ["任务分解表", "责任路段图"] };
    private static readonly PlanImported Imported = new(Tasks.Plans.Stored.PlanDocument.Of(Document), [], Morning);
    private static readonly ResolveReference Resolve = new(2, new('a', 64), null, Noon);
    private static readonly PlanReferenceResolved Resolved = new(2, "责任路段图", new('a', 64), null, Noon);

    [Fact]
    public void A_missing_annex_stays_open_until_it_is_found()
    {
        new Scenario<Plan>([Imported]).When(Resolve.Decide).Then(Resolved).AndAgainNothing();
        PlanReference.Of(new Scenario<Plan>([Imported, Resolved]).State).Select(r => (r.No, r.Open)).ShouldBe([(1, true), (2, false)]);
    }

    [Fact]
    public void What_nobody_misses_is_not_resolved() =>
        new Scenario<Plan>([Imported]).When((Resolve with { No = 3 }).Decide).ThenRefused(ResolveReference.NotFound);

    [Fact]
    public void Numbers_stay_when_an_edition_misses_others()
    {
        var later = new PlanRevised(Imported.Document with { MissingAnnexes = ["责任路段图", "考评办法"] }, [], [], Noon);
        PlanReference.Of(new Scenario<Plan>([Imported, later]).State).Select(r => (r.No, r.Name, r.Open))
            .ShouldBe([(1, "任务分解表", false), (2, "责任路段图", true), (3, "考评办法", true)]);
    }
}
