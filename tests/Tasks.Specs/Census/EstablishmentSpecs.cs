using Campaign.EventStore;
using Campaign.Tasks.Census;
using Campaign.Testing;
using static Campaign.Tasks.Specs.AssignmentStory;

namespace Campaign.Tasks.Specs.Census;

public sealed class EstablishmentSpecs
{
    private static readonly EstablishmentRegistered Noodles =
        new("E001", "老街面馆", "小餐饮", "C1", "解放路12号", Licence.Licensed, HealthCertificates: 3, Morning);
    private static readonly EstablishmentChecked Passed = new("E001", new(2024, 9, 1), Attained: true, Problems: null, Photos, Morning);
    private static readonly EstablishmentChecked Failed = new("E001", new(2024, 8, 1), Attained: false, "无防蝇设施", [], Morning);
    private static readonly EstablishmentClosed Closed = new("E001", new(2024, 9, 2), "转让", Noon);

    [Fact]
    public void An_establishment_is_registered_and_registered_anew_when_something_changes()
    {
        Given().When(Register(Noodles)).Then(Noodles).AndAgainNothing();
        var expired = Noodles with { Licence = Licence.Expired, At = Noon };
        Given(Noodles).When(Register(expired)).Then(expired);
    }

    [Fact]
    public void A_check_is_recorded_once_and_corrected_by_another_of_the_same_day()
    {
        Given(Noodles).When(Check(Passed)).Then(Passed).AndAgainNothing();
        Given(Noodles, Passed).When(Check(Passed with { Attained = false, Problems = "证照未上墙" }))
            .Then(Passed with { Attained = false, Problems = "证照未上墙" }).AndAgainNothing();
    }

    [Fact]
    public void An_earlier_check_may_come_later() => Given(Noodles, Passed).When(Check(Failed)).Then(Failed).AndAgainNothing();

    [Fact]
    public void What_is_not_in_the_census_is_neither_checked_nor_closed()
    {
        Given().When(Check(Passed)).ThenRefused(CensusRules.NotFound);
        Given().When(new CloseEstablishment("E001", Closed.On, "转让", Noon).Decide).ThenRefused(CensusRules.NotFound);
        Given().When(new ReopenEstablishment("E001", Closed.On, Noon).Decide).ThenRefused(CensusRules.NotFound);
    }

    [Fact]
    public void Nothing_happens_tomorrow()
    {
        Given(Noodles).When(Check(Passed with { On = new(2024, 9, 3) })).ThenRefused(CensusRules.InFuture);
        Given(Noodles).When(new CloseEstablishment("E001", new(2024, 9, 3), null, Noon).Decide).ThenRefused(CensusRules.InFuture);
        Given(Noodles, Closed).When(new ReopenEstablishment("E001", new(2024, 9, 3), Noon).Decide).ThenRefused(CensusRules.InFuture);
    }

    [Fact]
    public void One_that_closed_down_is_not_checked_until_it_opens_again()
    {
        Given(Noodles).When(new CloseEstablishment("E001", Closed.On, "转让", Noon).Decide).Then(Closed).AndAgainNothing();
        Given(Noodles, Closed).When(Check(Passed)).ThenRefused(CensusRules.Closed);
        var reopened = new EstablishmentReopened("E001", Closed.On, Noon);
        Given(Noodles, Closed).When(new ReopenEstablishment("E001", Closed.On, Noon).Decide).Then(reopened).AndAgainNothing();
        Given(Noodles, Closed, reopened).When(Check(Passed)).Then(Passed);
    }

    [Fact]
    public void A_street_counts_the_usual_trades_until_it_sets_its_own()
    {
        CensusTrades.Initial.Trades.Select(trade => trade.Name)
            .ShouldBe(["小餐饮", "小旅店", "小美容美发", "小浴室", "小歌舞厅", "网吧", "小食品店", "小作坊"]);
        CensusTrade[] own = [new("小餐饮", ["餐饮"]), new("洗车场", [])];
        new Scenario<CensusTrades>([]).When(new SetCensusTrades(own, Noon).Decide).Then(new CensusTradesSet(own, Noon)).AndAgainNothing();
    }

    [Theory]
    [InlineData(85, 153, "55.56"), InlineData(1, 3, "33.33"), InlineData(1, 8, "12.5"), InlineData(5, 800, "0.63"), InlineData(0, 5, "0")]
    public void A_rate_is_rounded_half_away_from_zero(int attained, int all, string rate) =>
        CensusSummaryQuery.Rate(attained, all).ShouldBe(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Of_none_there_is_no_rate() => CensusSummaryQuery.Rate(0, 0).ShouldBeNull();

    private static Scenario<Establishment> Given(params object[] history) => new(history);

    private static Func<Establishment, Decision> Register(EstablishmentRegistered particulars) =>
        new RegisterEstablishment(particulars).Decide;

    private static Func<Establishment, Decision> Check(EstablishmentChecked check) => new CheckEstablishment(check).Decide;
}
