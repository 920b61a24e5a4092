using Campaign.Tasks.Rectifications;
using Campaign.Tasks.Responsibility;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Rectifications;

/// <summary>拟交办 in the queue.</summary>
public sealed class RoutingSuggestionSpecs
{
    private static readonly RulesInForce Map = new(2, new(2024, 1, 1),
    [
        new(null, "0201", AnotherUnit, null, null, new(9, 9, 9)), new(null, TheDetails.Category, TheUnit, null, null, new(3, 2, 1)),
    ]);

    [Fact]
    public void The_rule_that_is_in_force_now_says_whom_and_until_when() =>
        RoutingSuggestion.Of(TheDetails, Map, precedent: AnotherUnit, declined: null, Noon)
            .ShouldBe(new(TheUnit, new(2024, 9, 6, 0, 0, 0, TimeSpan.FromHours(8)), "现行责任体系第 2 条。"));

    [Fact]
    public void Who_handed_it_back_is_not_suggested_again()
    {
        RoutingSuggestion.Of(TheDetails, Map, precedent: AnotherUnit, declined: TheUnit, Noon)!.Unit.ShouldBe(AnotherUnit);
        RoutingSuggestion.Of(TheDetails, Map, precedent: TheUnit, declined: TheUnit, Noon).ShouldBeNull();
    }

    [Fact]
    public void Without_a_rule_it_goes_where_the_like_went_and_no_deadline_is_made_up() =>
        RoutingSuggestion.Of(TheDetails, RulesInForce.None, AnotherUnit, declined: null, Noon)
            .ShouldBe(new(AnotherUnit, null, "同一社区的同类问题最近交办给该单位。"));

    [Fact]
    public void Nobody_knows_where_there_is_neither() =>
        RoutingSuggestion.Of(TheDetails, RulesInForce.None, precedent: null, declined: null, Noon).ShouldBeNull();
}
