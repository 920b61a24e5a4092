using Campaign.Documents;
using Campaign.Scoring.Awards;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Totals;
using static Campaign.Scoring.Specs.Awards.AwardStory;

namespace Campaign.Scoring.Specs.Awards;

public sealed class AwardListsSpecs
{
    [Fact]
    public void Levels_go_by_rank_and_a_veto_takes_out() =>
        Propose([TotalOf("A", 95, vetoed: true), TotalOf("B", 94), TotalOf("C", 93), TotalOf("D", 92), TotalOf("E", 91)]).Awards
            .Select(a => (a.Subject, a.Level)).ShouldBe([("B", "优秀单位"), ("C", "先进单位"), ("D", "先进单位")]);

    [Fact]
    public void Who_is_taken_out_is_listed_with_the_ground_and_the_rank_it_would_have_had()
    {
        var lists = Propose([TotalOf("A", 95, vetoed: true) with { Honours = Criticised }, TotalOf("B", 94)]);
        lists.Barred.ShouldBe([new("A", "A", "居委会", "通报批评", 1, 95)]);
        lists.Notes.ShouldContain("A因通报批评取消评先资格，原列“居委会”第 1 名。");
    }

    [Fact]
    public void Commendations_are_listed_whether_they_come_with_an_award_or_not()
    {
        SubjectHonours praised = new([], [new(CommendationLevel.District, HonourScope.Month, new(2024, 9, 15), "迎检有功")]);
        var lists = Propose([TotalOf("A", 95), TotalOf("Z", 60) with { Honours = praised, Rank = 2 }]);
        lists.Commended.ShouldBe([new("Z", "Z", "居委会", 2, "区级表扬", new(2024, 9, 15), "迎检有功")]);
    }

    [Fact]
    public void The_workbook_has_a_sheet_for_each_that_lists_signed_before_do_not_have()
    {
        var lists = Propose([TotalOf("A", 95, vetoed: true) with { Honours = Criticised }, TotalOf("B", 94)]);
        Sheets(lists).ShouldBe(["奖励", "罚款", "包保领导", "取消评先", "说明"]);
        Sheets(lists with { Barred = null, Commended = null }).ShouldBe(["奖励", "罚款", "包保领导", "说明"]);
    }

    [Fact]
    public void Who_shares_the_last_place_gets_the_level_too_and_it_is_said()
    {
        var lists = Propose([TotalOf("A", 95), TotalOf("B", 95), TotalOf("C", 93)]);
        lists.Awards.Select(a => (a.Subject, a.Level)).ShouldBe([("A", "优秀单位"), ("B", "优秀单位"), ("C", "先进单位")]);
        lists.Notes.ShouldContain("“居委会”优秀单位名额 1 个，因总分并列评定 2 个。");
    }

    [Fact]
    public void A_level_may_ask_for_a_total() =>
        Propose([TotalOf("A", 95), TotalOf("B", 89.99m)], Scheme with { Levels = [new("居委会", "优秀单位", null, 90, 50_000, null, null)] })
            .Awards.Select(a => a.Subject).ShouldBe(["A"]);

    [Fact]
    public void A_guarantor_shares_what_the_communities_get()
    {
        var lists = AwardLists.Propose(
            Scheme, [TotalOf("A", 95), TotalOf("B", 94)], [new("党工委副书记", ["A", "C"])], [new("C", "C", 5_000, "媒体曝光")]);
        lists.Guarantors.ShouldBe([new("党工委副书记", "A", "A", "优秀单位", 2_000), new("党工委副书记", "C", "C", "罚款", -5_000)]);
    }

    [Fact]
    public void Heads_make_the_sum_of_money_and_without_them_it_is_not_guessed()
    {
        var scheme = Scheme with { Levels = [new("居委会", "优秀单位", 2, null, 50_000, 2_000, 500)] };
        var lists = AwardLists.Propose(
            scheme, [TotalOf("A", 95), TotalOf("B", 94)], [new("党工委副书记", ["A"])], [new("C", "C", 5_000, "媒体曝光")],
            [new("A", 3, 12), new("B", 0, 7)]);
        // 50 000 + 3 × 2 000 + 12 × 500 and 50 000 + 7 × 500; the guarantor gets what one leader gets.
        lists.Awards.Select(a => a.Yuan).ShouldBe([62_000, 53_500]);
        lists.Sums.ShouldBe(new AwardSums(115_500, 2_000, 5_000));

        var uncounted = AwardLists.Propose(scheme, [TotalOf("A", 95), TotalOf("B", 94)], [], [], [new("A", 3, 12)]);
        uncounted.Sums.Awards.ShouldBeNull();
        uncounted.Notes.ShouldContain("下列获奖单位未填人数，奖金合计暂不能计算：B。");
    }

    private static SubjectHonours Criticised => new([new(VetoGround.Criticism, HonourScope.HalfYear, "2024-09", "卫生死角")], []);

    private static IEnumerable<string> Sheets(AwardLists lists)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) AwardWorkbook.Write(book, lists);
        file.Position = 0;
        return [.. Workbook.Read(file).Select(t => t.Sheet)];
    }

    private static AwardLists Propose(IReadOnlyList<SubjectTotal> totals, AwardSchemeSet? scheme = null) =>
        AwardLists.Propose(scheme ?? Scheme, totals, [], []);
}
