using Campaign.EventStore;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Inspections;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using static Campaign.Scoring.Specs.MonthStory;
using StoredPolicy = Campaign.Scoring.Policies.Stored.Policy;

namespace Campaign.Scoring.Specs;

public sealed class ClosingSpecs
{
    private static readonly MonthScoring Scoring = Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90).Compute();
    private static readonly MonthClosed Closed = new(
        "2024-09", "2024-01", StoredPolicy.Of(UsualPolicy), Scoring.MissingWeeks, Months.Stored.MonthCounts.Of(Scoring.Counts), September.End,
        Figures: Months.Stored.PinnedFigures.Of(Scoring.Figures!));
    private static readonly DateTimeOffset NewYear = new(2024, 12, 31, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_month_is_closed_once_it_is_over() => Given().When(Close(September.End)).Then(Closed).AndAgainNothing();

    [Fact]
    public void Not_a_second_earlier() => Given().When(Close(September.End.AddSeconds(-1))).ThenRefused(MonthRules.NotOver);

    [Fact]
    public void With_open_points_it_is_closed_by_force_only_and_says_so()
    {
        OpenPoint open = new(OpenPointKind.WeeksMissing, "A", "广场社区缺少检查：9月9日起的一周。");
        var command = new CloseMonth(September, "2024-01", UsualPolicy, Scoring, September.End, 7, [open]);
        Given().When(command.Decide).ThenRefused(MonthRules.OpenPoints);
        Given().When((command with { ForcedBecause = "汛期停检" }).Decide)
            .Then(Closed with { Through = 7, Forced = new("汛期停检", [open.Text]) }).AndAgainNothing();
    }

    [Fact]
    public void Where_nothing_is_open_no_force_is_noted() =>
        Given().When(new CloseMonth(September, "2024-01", UsualPolicy, Scoring, September.End, 7, [], "多余").Decide).Then(Closed with { Through = 7 });

    [Fact]
    public void A_score_that_is_still_to_come_is_an_open_point()
    {
        UnconfirmedInspection filling = new("A", "日常检查", new DateOnly(2024, 9, 5), HandedIn: false), waiting = filling with { Kind = "暗访", HandedIn = true };
        OpenPoint.InspectionsUnconfirmed(Scoring, [filling, waiting]).ShouldBe(
        [
            new(OpenPointKind.InspectionUnconfirmed, "A", "A9月5日的日常检查成绩尚未确认（填写中）。"),
            new(OpenPointKind.InspectionUnconfirmed, "A", "A9月5日的暗访成绩尚未确认（已提交，待确认）。"),
        ]);
    }

    [Fact]
    public void What_moves_no_figure_does_not_hold_a_month_open() => OpenPoint.InspectionsUnconfirmed(Scoring,
    [
        new("A", "自查", new DateOnly(2024, 9, 5), HandedIn: true), new("Z", "日常检查", new DateOnly(2024, 9, 5), HandedIn: false),
    ]).ShouldBeEmpty();

    [Theory]
    [InlineData("2024-10-04", new string[0])]
    [InlineData("2024-10-05", new[] { "2024-09" })]
    [InlineData("2024-12-06", new[] { "2024-09", "2024-10", "2024-11" })]
    public void Months_close_on_the_set_day_from_the_first_named(string today, string[] due) =>
        new ClosingDay(5, "2024-09").DueOn(DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).Select(m => m.ToString()).ShouldBe(due);

    [Fact]
    public void The_closing_day_is_set_for_the_month_just_over() =>
        new Scenario<ClosingDayState>([]).When(new SetClosingDay(5, At(3, month: 10)).Decide)
            .Then(new ClosingDaySet(5, "2024-09", At(3, month: 10))).AndAgainNothing();

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

    [Fact]
    public void What_did_not_change_needs_no_correction() => PendingCorrection.Between(Scoring, Scoring).ShouldBeEmpty();

    [Fact]
    public void A_late_fact_shows_in_every_figure_that_it_moves() =>
        PendingCorrection.Between(Scoring, Of("A", "B", "C").Inspected("A", 2, 95).Inspected("B", 2, 90).Inspected("B", 9, 100).Compute()).ShouldBe(
            [
                new("B", "inspectionScores", "90.00", "90.00 100.00"), new("B", "score", "90.00", "95.00"),
                new("B", "rank", "2", "1"), new("B", "missingWeeks", "2024-09-09 2024-09-16 2024-09-23", "2024-09-16 2024-09-23"),
            ], ignoreOrder: true);

    [Fact]
    public void A_ground_put_right_and_a_late_commendation_wait_for_a_correction() =>
        PendingCorrection.Between(Vetoed(null).Compute(), Vetoed(VetoGround.Criticism).Commended("B", 9).Compute()).ShouldBe(
            [new("A", "grounds", "一票否决", "通报批评"), new("B", "commended", null, "受表扬")], ignoreOrder: true);

    [Fact]
    public void What_was_not_noted_when_a_month_was_closed_is_no_difference()
    {
        var now = Vetoed(VetoGround.Criticism).Commended("B", 9).Compute();
        var old = StoredJson.Read<MonthScoring>(StoredJson.Write(now with { Scorecards = [.. now.Scorecards.Select(c => c with { Honours = null })] }));
        old.Scorecards.ShouldAllBe(c => c.Honours == null);
        Differences.Between(old, now).None.ShouldBeTrue();
    }

    private static Scenario<MonthState> Given(params object[] history) => new(history);

    /// <summary>Nobody was inspected: a commendation is a remark and moves no score.</summary>
    private static MonthStory Vetoed(VetoGround? ground) => Of("A", "B").Vetoed("A", HonourScope.Month, September, ground);

    private static Func<MonthState, Decision> Close(DateTimeOffset now) => new CloseMonth(September, "2024-01", UsualPolicy, Scoring, now).Decide;

    private static Decision Publish(MonthState month, int lastNumber) =>
        new PublishBulletin(September, Letterhead.Usual("南关街道"), new Dictionary<string, int>(), ["本半年综合评议尚未结束，半年总分为暂计。"], NewYear)
            .Decide(month, BulletinRegister.Initial with { Last = lastNumber });
}
