using Campaign.Tasks.Organisation;
using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Responsibility;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Responsibility;

public sealed class ResponsibilityMapSpecs
{
    private static readonly DateOnly Today = new(2024, 9, 2);
    private static readonly DaysAllowed Days = new(3, 2, 0);
    private static readonly ResponsibilityRule Default = new(null, null, "U019", [], null, Days);
    private static readonly ResponsibilityRule ForCommunity = new("C1", null, "U001", ["U019"], null, Days);
    private static readonly ResponsibilityRule ForCategory = new(null, "0110", "U010", [], "P01", Days);
    private static readonly ResponsibilityRule ForBoth = new("C1", "0110", "U013", [], null, Days);

    [Theory]
    [InlineData("C1", "0110", "U013", 3)]
    [InlineData("C2", "0110", "U010", 2)]
    [InlineData(null, "0110", "U010", 2)]
    [InlineData("C1", "0203", "U001", 1)]
    [InlineData("C2", "0203", "U019", 0)]
    [InlineData(null, "0203", "U019", 0)]
    public void The_most_specific_rule_wins(string? community, string category, string lead, int rule)
    {
        var resolved = Map(Default, ForCommunity, ForCategory, ForBoth).Resolve(community, category, Severity.Minor).ShouldNotBeNull();
        (resolved.Lead, resolved.Rule).ShouldBe((lead, rule));
    }

    [Fact]
    public void The_order_of_the_rules_does_not_matter() =>
        Map(ForBoth, ForCategory, ForCommunity, Default).Resolve("C1", "0110", Severity.Minor)!.Lead.ShouldBe("U013");

    [Fact]
    public void A_rule_for_the_category_is_more_specific_than_one_for_the_community() =>
        Map(ForCommunity, ForCategory).Resolve("C1", "0110", Severity.Minor)!.Lead.ShouldBe("U010");

    [Fact]
    public void Without_a_rule_nobody_is_responsible() => Map(ForBoth).Resolve("C2", "0110", Severity.Minor).ShouldBeNull();

    [Theory]
    [InlineData(nameof(Severity.Minor), 3)]
    [InlineData(nameof(Severity.Major), 2)]
    [InlineData(nameof(Severity.Critical), 0)]
    public void The_days_go_by_severity(string severity, int days) =>
        Map(Default).Resolve(null, "0110", Enum.Parse<Severity>(severity))!.Days.ShouldBe(days);

    [Fact]
    public void A_finding_is_due_at_the_end_of_the_last_day_allowed()
    {
        var routing = Routing.By(Map(ForCategory), Guarantors.None, TheDetails, Morning).ShouldNotBeNull();
        (routing.Unit, routing.Guarantor, routing.Due)
            .ShouldBe(("U010", "P01", new DateTimeOffset(2024, 9, 6, 0, 0, 0, TimeSpan.FromHours(8))));
    }

    [Fact]
    public void A_relapse_goes_to_the_unit_that_had_rectified_it_and_to_nobody_twice()
    {
        var map = Map(ForCategory with { Cooperating = [TheUnit, "U019"] });
        var routing = Routing.Again(TheUnit, map, Guarantors.None, TheDetails, Morning).ShouldNotBeNull();
        routing.Unit.ShouldBe(TheUnit);
        routing.CooperatingUnits.ShouldBe(["U019"]);
    }

    [Fact]
    public void A_relapse_that_no_rule_covers_waits() => Routing.Again(TheUnit, Map(), Guarantors.None, TheDetails, Morning).ShouldBeNull();

    [Fact]
    public void A_map_is_in_force_from_its_day_until_the_next()
    {
        var map = new Scenario<ResponsibilityMap>([Drawn([Default], Morning, Today), Drawn([ForBoth], Noon, Today.AddDays(30))]).State;
        map.On(Today.AddDays(-1)).Version.ShouldBe(0);
        map.On(Today.AddDays(29)).Version.ShouldBe(1);
        map.On(Today.AddDays(30)).Version.ShouldBe(2);
    }

    private static ResponsibilityMapDrawn Drawn(ResponsibilityRule[] rules, DateTimeOffset at, DateOnly? effective = null) =>
        new([.. rules.Select(Tasks.Responsibility.Stored.ResponsibilityRule.Of)], at, effective);

    private static RulesInForce Map(params ResponsibilityRule[] rules) => new(1, Today, rules);
}
