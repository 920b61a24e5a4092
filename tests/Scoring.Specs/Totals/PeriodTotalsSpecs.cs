using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Totals;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Totals;

public sealed class PeriodTotalsSpecs
{
    private static readonly IReadOnlyList<Month> Months = [.. new HalfYear(2024, 2).Months];

    private static readonly PeriodFacts Facts = new(
        [Subject("A"), Subject("B"), Subject("Z", "机关部门")],
        [new("2024-09", "A", 90), new("2024-10", "A", 91), new("2024-11", "A", 91), new("2024-09", "B", 92), new("2024-09", "Z", 88)],
        [], [Evaluation("2024-H2", ("A", [80, 81]), ("B", [70]))], [], [], 0.75m, 0.25m);

    [Fact]
    public void The_total_is_three_quarters_of_the_months_and_one_of_the_evaluations()
    {
        // 0.75 × 272/3 + 0.25 × 80.5, rounded once at the end
        var a = Total("A");
        (a.Daily, a.Evaluation, a.Total, a.Rank).ShouldBe((90.67m, 80.5m, 88.13m, 1));
        (Total("B").Total, Total("B").Rank).ShouldBe((86.5m, 2));
    }

    [Fact]
    public void A_category_without_evaluation_is_weighed_by_what_there_is_and_it_is_said()
    {
        (Total("Z").Total, Total("Z").Evaluation).ShouldBe((88, null));
        PeriodTotals.Of(Facts, Months).Notes.ShouldBe(["“机关部门”未作综合评议，其总分按现有权重折算为百分之百，即月度考评占百分之百。"]);
    }

    [Fact]
    public void Before_its_evaluation_a_half_year_is_provisional()
    {
        var totals = PeriodTotals.Of(Facts with { Evaluations = [], AwaitedEvaluations = ["2024-H2"] }, Months);
        totals.Provisional.ShouldBeTrue();
        totals.Results.Single(r => r.Subject == "A").Total.ShouldBe(90.67m);
        totals.Notes[0].ShouldBe("2024-H2综合评议尚未结束，本表为暂计。");
    }

    [Fact]
    public void Where_no_evaluation_weighs_none_is_awaited()
    {
        var totals = PeriodTotals.Of(Facts with { AwaitedEvaluations = ["2024-H2"], DailyWeight = 1, EvaluationWeight = 0 }, Months);
        (totals.Provisional, totals.Notes.Count).ShouldBe((false, 0));
        totals.Results.Single(r => r.Subject == "A").Total.ShouldBe(90.67m);
    }

    [Fact]
    public void With_a_month_open_it_is_provisional()
    {
        var totals = PeriodTotals.Of(Facts with { Open = ["2024-12"] }, Months);
        (totals.Provisional, totals.Notes[0]).ShouldBe((true, "2024-12尚未封账，本表为暂计。"));
    }

    [Fact]
    public void A_year_takes_the_mean_of_its_evaluations() =>
        Total("A", Facts with { Evaluations = [.. Facts.Evaluations, Evaluation("2024-H1", ("A", [60]))] }).Evaluation.ShouldBe(70.25m);

    [Fact]
    public void Who_has_no_score_shares_the_rank_after_the_last()
    {
        var totals = PeriodTotals.Of(Facts with { Subjects = [.. Facts.Subjects, Subject("C"), Subject("D")] }, Months);
        totals.Results.Where(r => r.Total is null).Select(r => (r.Subject, r.Rank)).ShouldBe([("C", 3), ("D", 3)]);
    }

    [Theory]
    [InlineData(HonourScope.Month, 9, true)]
    [InlineData(HonourScope.HalfYear, 12, true)]
    [InlineData(HonourScope.Year, 2, true)]
    [InlineData(HonourScope.HalfYear, 6, false)]
    internal void A_veto_that_touches_the_period_marks_and_does_not_move(HonourScope scope, int month, bool vetoed)
    {
        var a = Total("A", Facts with { Vetoes = [new("1", "A", scope, new(2024, month), "媒体曝光")] });
        (a.Vetoed, a.Rank).ShouldBe((vetoed, 1));
    }

    [Fact]
    public void The_totals_name_the_ground_the_rank_that_is_kept_and_the_commendations()
    {
        var a = Total("A", Facts with
        {
            Vetoes = [new("1", "A", HonourScope.Month, new(2024, 9), "卫生死角", VetoGround.Criticism)],
            Commendations =
                [Commended(new(2024, 7, 3), HonourScope.Month), Commended(new(2024, 3, 3), HonourScope.Year),
                    Commended(new(2024, 3, 4), HonourScope.HalfYear)],
        });
        (a.RankIfNotVetoed, a.Remark).ShouldBe((1, "通报批评，不参加评先；受区级表扬2次"));
        (Total("B").RankIfNotVetoed, Total("B").Remark).ShouldBe((null, null));
    }

    [Fact]
    public void A_bulletin_calls_its_half_year_so_and_says_what_is_renormalised()
    {
        EvaluationState.Of(Facts.Subjects, [], ["2024-H2"]).Sentences("本半年", "半年总分").ShouldBe(
            ["本半年综合评议尚未结束，半年总分为暂计。", "“居委会”尚无综合评议，其总分暂按月度考评百分之百计算。", "“机关部门”尚无综合评议，其总分暂按月度考评百分之百计算。"]);
        EvaluationState.Of(Facts.Subjects, Facts.Evaluations, []).Sentences("本半年", "半年总分").ShouldBe(
            ["“机关部门”未作综合评议，其总分按现有权重折算为百分之百，即月度考评占百分之百。"]);
    }

    private static Commendation Commended(DateOnly date, HonourScope scope) =>
        new(Guid.CreateVersion7(), "", Guid.CreateVersion7(), "A", date, "通报表扬", CommendationLevel.District, scope);

    private static SubjectTotal Total(string subject, PeriodFacts? facts = null) =>
        PeriodTotals.Of(facts ?? Facts, Months).Results.Single(r => r.Subject == subject);

    private static EvaluationOfHalf Evaluation(string half, params (string Subject, decimal[] Scores)[] scores) =>
        new(half, scores.ToDictionary(s => s.Subject, s => (IReadOnlyList<decimal>)s.Scores, StringComparer.Ordinal));
}
