using Campaign.Tasks.Responsibility;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Responsibility;

public sealed class DrawResponsibilityMapSpecs
{
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly DaysAllowed Days = new(3, 2, 0);
    private static readonly ResponsibilityRule Default = new(null, null, "U019", [], null, Days);
    private static readonly ResponsibilityRule ForCommunity = new("C1", null, "U001", ["U019"], null, Days);
    private static readonly ResponsibilityRule ForBoth = new("C1", "0110", "U013", [], null, Days);

    [Fact]
    public void The_map_is_drawn_as_a_whole() =>
        Given(Drawn([Default], Morning))
            .When(new DrawResponsibilityMap([ForBoth, Default], Noon).Decide)
            .Then(Drawn([ForBoth, Default], Noon, Today)).AndAgainNothing();

    [Fact]
    public void The_same_rules_again_change_nothing() =>
        Given(Drawn([ForCommunity], Morning))
            .When(new DrawResponsibilityMap([ForCommunity with { Cooperating = ["U019"] }], Noon).Decide).ThenNothing();

    [Fact]
    public void Another_cooperating_unit_is_another_map() =>
        Given(Drawn([ForCommunity], Morning))
            .When(new DrawResponsibilityMap([ForCommunity with { Cooperating = ["U018"] }], Noon).Decide)
            .Then(Drawn([ForCommunity with { Cooperating = ["U018"] }], Noon, Today));

    [Fact]
    public void A_map_corrected_for_an_earlier_day_leaves_the_later_one_in_force()
    {
        var map = Given(Drawn([Default], Morning, Today))
            .When(new DrawResponsibilityMap([ForBoth], Noon, Today.AddDays(-60)).Decide)
            .Then(Drawn([ForBoth], Noon, Today.AddDays(-60)));
        map.AndAgainNothing();
        var state = Given(Drawn([Default], Morning, Today), Drawn([ForBoth], Noon, Today.AddDays(-60))).State;
        (state.On(Today).Version, state.On(Today.AddDays(-1)).Version).ShouldBe((1, 2));
    }

    [Fact]
    public void Drawn_for_a_day_it_is_kept_though_the_same_holds_already() =>
        Given(Drawn([Default], Morning, Today.AddDays(-60)))
            .When(new DrawResponsibilityMap([Default], Noon, Today).Decide).Then(Drawn([Default], Noon, Today)).AndAgainNothing();

    private static ResponsibilityMapDrawn Drawn(ResponsibilityRule[] rules, DateTimeOffset at, DateOnly? effective = null) =>
        new([.. rules.Select(Tasks.Responsibility.Stored.ResponsibilityRule.Of)], at, effective);

    private static Scenario<ResponsibilityMap> Given(params object[] history) => new(history);
}
