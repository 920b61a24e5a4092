using Campaign.Scoring.District;
using Campaign.Scoring.Months;
using Campaign.Scoring.Rulebook;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.District;

/// <summary>Departments over two streets, counted by hand.</summary>
public sealed class DepartmentRankingSpecs
{
    // 城管 is G in the north with 90 and G1 in the south with 81.55, less 0.50 for its overdue case there; 住建 is Z in the north only.
    private static readonly StreetStanding North = Street(
        "990101001", Of("G", "Z", "G1").Inspected("G", 2, 90).Inspected("Z", 2, 88).Inspected("G1", 2, 10), MonthStatus.Closed);

    private static readonly StreetStanding South = Street(
        "990101002", Of("G1", "G").Inspected("G1", 2, 81.55m).Inspected("G", 2, 10)
            .Case("案", Recorded(At(1)), Routed("G1", At(1), At(9))).Case("别", Recorded(At(1)), Routed("G", At(1), At(9))),
        MonthStatus.Open);

    private static readonly Department Cleansing = new("CG", "城管局", [new("990101001", "G"), new("990101002", "G1")]);
    private static readonly Department Housing = new("ZJ", "住建局", [new("990101001", "Z")]);
    private static readonly Department Health = new("WJ", "卫健局", [new("990101009", "W")]);

    [Fact]
    public void A_department_has_the_mean_of_what_its_streets_gave_it()
    {
        var scores = Rank(StreetRanking.UsualPolicy);
        // (90 + 81.05) ÷ 2 = 85.525
        scores.Select(d => (d.Code, d.Score, d.Rank, d.Provisional)).ShouldBe(
            [("ZJ", 88m, 1, false), ("CG", 85.53m, 2, true), ("WJ", null, 3, false)]);
        scores[1].Streets.Select(s => (s.Street, s.Unit, s.Score)).ShouldBe([("990101001", "G", 90m), ("990101002", "G1", 81.05m)]);
        scores[1].Lines.Sum(l => l.Points).ShouldBe(85.53m);
    }

    [Fact]
    public void A_policy_of_the_district_counts_the_cases_of_its_units_and_of_nobody_else() =>
        Rank(new Policy(1, 0, [new("overdueCase", -2, 10)])).Select(d => (d.Code, d.Score)).ShouldBe(
            [("ZJ", 88m), ("CG", 83.53m), ("WJ", null)]);

    [Fact]
    public void A_year_is_the_mean_of_its_months_and_provisional_until_all_are_closed()
    {
        DepartmentScores[] months =
            [Month("2024-08", ("CG", 80m, false), ("ZJ", null, false)), Month("2024-09", ("CG", 85.53m, true), ("ZJ", 88m, false))];
        var year = AssessedDepartment.Of(months, yearIsOver: true);
        // (80 + 85.53) ÷ 2 = 82.765
        year.Select(d => (d.Code, d.Score, d.Rank, d.Provisional, d.Months.Count)).ShouldBe(
            [("ZJ", 88m, 1, false, 1), ("CG", 82.77m, 2, true, 2)]);
        AssessedDepartment.Of(months, yearIsOver: false).ShouldAllBe(d => d.Provisional);
    }

    private static DepartmentScores Month(string month, params (string Code, decimal? Score, bool Provisional)[] departments) => new(
        month, null, [.. departments.Select(d => new DepartmentScore(d.Code, d.Code, d.Provisional, null, d.Score, [], []))]);

    private static IReadOnlyList<DepartmentScore> Rank(Policy policy) =>
        DepartmentRanking.Of(September, policy, [Cleansing, Housing, Health], [North, South], September.End);

    private static StreetStanding Street(string code, MonthStory story, MonthStatus status)
    {
        var month = story.Compute();
        return new(code, code, status, month.Scorecards, month.Figures!.Values, story.Facts);
    }
}
