using Campaign.EventStore;
using Campaign.Inspections.LookBacks;
using static Campaign.Inspections.Specs.FindingStory;

namespace Campaign.Inspections.Specs.LookBacks;

public sealed class PlanLookBacksSpecs
{
    private static readonly Guid Id = Guid.Parse("019300c8-0000-7000-8000-00000000000a");
    private static readonly DateOnly Day = new(2024, 9, 2);

    [Fact]
    public void A_case_that_relapsed_is_looked_at_again_at_each_term() =>
        PlanLookBacks.For(Id, StruckOff with { Round = 2 }, percent: 0, Day).Select(p => (p.Days, p.Due))
            .ShouldBe([(7, Day.AddDays(7)), (30, Day.AddDays(30)), (90, Day.AddDays(90))]);

    [Fact]
    public void Terms_that_are_over_are_not_asked_for() =>
        PlanLookBacks.For(Id, StruckOff with { Round = 2 }, percent: 0, Day.AddDays(31)).Select(p => p.Days).ShouldBe([90]);

    [Fact]
    public void Of_the_rest_a_share_is_looked_at_again()
    {
        var ids = Enumerable.Range(1, 10_000).Select(i => DeterministicGuid.From(Guid.Empty, $"{i}")).ToList();
        ids.Count(id => PlanLookBacks.For(id, StruckOff, percent: 10, Day).Any()).ShouldBeInRange(850, 1150);
        ids.ShouldAllBe(id => !PlanLookBacks.IsInShare(id, 0) && PlanLookBacks.IsInShare(id, 100));
        ids.Where(id => PlanLookBacks.IsInShare(id, 10))
            .ShouldAllBe(id => PlanLookBacks.IsInShare(id, 25), "a larger share holds the smaller");
    }
}
