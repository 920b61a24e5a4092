using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;
using StoredPolicy = Campaign.Scoring.Policies.Stored.Policy;

namespace Campaign.Scoring.Specs.Bulletins;

public sealed class PublishBulletinSpecs
{
    private static readonly MonthScoring Scoring = Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90).Compute();
    private static readonly MonthClosed Closed = new(
        "2024-09", "2024-01", StoredPolicy.Of(UsualPolicy), Scoring.MissingWeeks,
        Campaign.Scoring.Months.Stored.MonthCounts.Of(Scoring.Counts), September.End,
        Figures: Campaign.Scoring.Months.Stored.PinnedFigures.Of(Scoring.Figures!));
    private static readonly DateTimeOffset NewYear = new(2024, 12, 31, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_month_is_published_once_it_is_closed() => Publish(MonthState.Initial, 0).Refusal.ShouldBe(MonthRules.NotClosed);

    [Fact]
    public void A_bulletin_takes_the_next_number_of_the_year_in_which_it_appears()
    {
        var bulletin = Publish(Given(Closed).State, 6).Events.ShouldHaveSingleItem().ShouldBeOfType<BulletinPublished>();
        (bulletin.Year, bulletin.Number, bulletin.DocumentNumber).ShouldBe((2025, 7, "南关街道创卫通报〔2025〕7号"));
        bulletin.Title.ShouldBe("关于2024年9月创建国家卫生城市工作考评情况的通报");
        bulletin.Notes.ShouldBe(["本半年综合评议尚未结束，半年总分为暂计。"]);
    }

    [Fact]
    public void A_published_month_is_not_published_again() =>
        Publish(Given(Closed, new MonthPublished("2024-09", 2025, 7, NewYear)).State, 7).ShouldBe(Decision.Nothing);

    [Fact]
    public void A_bulletin_names_the_best_that_no_veto_takes_out_and_the_last_and_how_places_changed()
    {
        var vetoed = Of("A", "B", "C", "D").Inspected("A", 2, 95).Inspected("B", 2, 90).Inspected("C", 2, 85)
            .Vetoed("A", HonourScope.Month, September).Compute();
        var report = MonthReport.Of("990101001", September, MonthStatus.Published, "2024-01", vetoed, []);
        var ranking = CategoryRanking.Of("居委会", report.Results, new Dictionary<string, int> { ["A"] = 3, ["B"] = 1 });

        ranking.Best.ShouldBe(["B"]);
        ranking.Last.ShouldBe(["D"]);
        ranking.Ranking.Select(r => (r.Subject, r.Rank, r.LastMonthRank, r.Change)).ShouldBe(
            [("A", 1, 3, 2), ("B", 2, 1, -1), ("C", 3, null, null), ("D", 4, null, null)]);
    }

    private static Scenario<MonthState> Given(params object[] history) => new(history);

    private static Decision Publish(MonthState month, int lastNumber) =>
        new PublishBulletin(September, Letterhead.Usual("南关街道"), new Dictionary<string, int>(), ["本半年综合评议尚未结束，半年总分为暂计。"], NewYear)
            .Decide(month, BulletinRegister.Initial with { Last = lastNumber });
}
