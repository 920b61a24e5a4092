using Campaign.Tasks.Census;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Census;

public sealed class CensusTradesSpecs
{
    private static readonly CensusTrade[] Own = [new("小餐饮", ["餐饮"]), new("洗车场", [])];
    private static readonly CensusTradesSet Set = new(Own, Morning);

    [Fact]
    public void A_street_counts_the_usual_trades_until_it_sets_its_own()
    {
        CensusTrades.Initial.Trades.Select(trade => trade.Name)
            .ShouldBe(["小餐饮", "小旅店", "小美容美发", "小浴室", "小歌舞厅", "网吧", "小食品店", "小作坊"]);
        Given().When(new SetCensusTrades(Own, Morning).Decide).Then(Set).AndAgainNothing();
    }

    [Fact]
    public void The_usual_trades_set_as_they_are_change_nothing() =>
        Given().When(new SetCensusTrades([.. CensusTrades.Initial.Trades], Noon).Decide).ThenNothing();

    [Fact]
    public void Another_alias_or_order_is_another_list()
    {
        CensusTrade[] named = [Own[0], new("洗车场", ["洗车店"])];
        Given(Set).When(new SetCensusTrades(named, Noon).Decide).Then(new CensusTradesSet(named, Noon)).AndAgainNothing();
        CensusTrade[] turned = [Own[1], Own[0]];
        Given(Set).When(new SetCensusTrades(turned, Noon).Decide).Then(new CensusTradesSet(turned, Noon));
    }

    [Fact]
    public void A_name_or_an_alias_means_one_trade()
    {
        Errors(new("小餐饮", ["餐饮"]), new("洗车场", null)).ShouldBeEmpty();
        Errors(new("小餐饮", ["餐饮"]), new("餐饮", null)).ShouldBe(["trade-twice"]);
        Errors(new TradeEntry("小餐饮", ["餐饮", "餐饮"])).ShouldBe(["trade-twice"]);
    }

    private static IEnumerable<string> Errors(params TradeEntry[] trades) =>
        new TradeList.Validator().Validate(new TradeList(trades)).Errors.Select(error => error.ErrorCode);

    private static Scenario<CensusTrades> Given(params object[] history) => new(history);
}
