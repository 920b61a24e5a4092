using Campaign.Documents;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Weeks;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using static Campaign.Scoring.Specs.MonthStory;

namespace Campaign.Scoring.Specs.Weeks;

/// <summary>A week counted by hand.</summary>
public sealed class WeekReportSpecs
{
    [Fact]
    public void The_week_is_counted_as_by_hand()
    {
        var report = WeekStory.Report();
        // 甲 乙 戊 recorded, 甲 on its day; 甲 丙 struck off; 丁 relapsed; 乙 丁 戊 open at the end, 乙 past its deadline.
        report.Counts.ShouldBe(new WeekCounts(3, 1, 2, 1, 3, 1, 3));
        // Due in the week: 甲 in time, 乙 and 丙 late. 甲 took 72 hours, 丙 168.
        Value("sameDayRouting").ShouldBe(new FigureValue(1, 3, 33.33m));
        Value("onTimeStrikeOff").ShouldBe(new FigureValue(1, 3, 33.33m));
        Value("rework").ShouldBe(new FigureValue(0, 3, 0));
        Value("relapse").ShouldBe(new FigureValue(1, 4, 25));
        Value("overdueOpen").ShouldBe(new FigureValue(1, 3, 33.33m));
        Value("strikeOffHours").ShouldBe(new FigureValue(2, 2, 120));
        // A and B of four were inspected.
        Value("coverage").ShouldBe(new FigureValue(2, 4, 50));
        report.NotInspected.ShouldBe(["C", "D"]);

        FigureValue Value(string code) => report.Figures[code];
    }

    [Fact]
    public void Subjects_are_ranked_in_their_category_by_the_mean_of_the_week_and_nobody_is_first_without_a_score()
    {
        var categories = WeekStory.Report().Categories;
        categories.Select(c => c.Category).ShouldBe(["居委会", "机关部门"]);
        categories[0].Ranking.Select(r => (r.Rank, r.Subject, r.Score, r.Inspections)).ShouldBe(
            [(1, "A", 92.5m, 2), (2, "B", 90m, 1), (3, "C", null, 0)]);
        categories[1].Ranking.Select(r => (r.Rank, r.Subject)).ShouldBe([(null, "D")]);
    }

    [Fact]
    public void Red_cases_units_and_the_list_of_findings_say_the_same()
    {
        var report = WeekStory.Report();
        report.RedCases.Select(r => (r.Kind, r.CaseNumber, r.Unit, r.StruckOff)).ShouldBe(
        [
            (RedFindingKind.Overdue, "丙", "B", true), (RedFindingKind.Overdue, "乙", "B", false), (RedFindingKind.Relapsed, "丁", "A", false),
        ]);
        report.Units.ShouldBe(
        [
            new WeekUnit("", "待交办", 1, 0, 0, 1, 0), new WeekUnit("A", "A", 1, 1, 1, 1, 0), new WeekUnit("B", "B", 1, 1, 0, 1, 1),
        ]);
        report.Findings.Select(f => (f.CaseNumber, f.Round)).ShouldBe([("丁", 2), ("丙", 1), ("乙", 1), ("戊", 1), ("甲", 1)]);
    }

    [Fact]
    public void A_running_week_holds_nothing_against_anybody_that_is_still_ahead()
    {
        var wednesday = WeekStory.Report(now: At(11, 18));
        wednesday.Counts.ShouldBe(new WeekCounts(2, 1, 1, 0, 2, 0, 3));
        wednesday.RedCases.Select(r => r.CaseNumber).ShouldBe(["丙"]);
    }

    [Fact]
    public void What_happens_after_the_week_changes_nothing_of_it()
    {
        var later = WeekStory.Story.Case("庚", Recorded(At(17)), Routed("A", At(17), At(18)), StruckOff("A", At(17, 15), At(18)));
        StoredSame(WeekStory.Report(later, At(30)), WeekStory.Report()).ShouldBeTrue();
    }

    [Fact]
    public void A_week_across_the_border_of_two_months_takes_the_facts_of_both_once()
    {
        var week = new Week(new DateOnly(2024, 9, 30));
        week.Months.ShouldBe([September, September.Next]);
        week.Text.ShouldBe("2024年9月30日至10月6日");
        var facts = WeekStory.Story.Facts;
        StoredSame(WeekReport.Of(WeekStory.Week, MonthFacts.Of([facts, facts]), WeekStory.Monday), WeekStory.Report()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("2024-09-09", true)]
    [InlineData("2024-09-10", false)]
    [InlineData("2024-9-9", false)]
    [InlineData("1999-12-27", false)]
    [InlineData("2100-12-27", false)]
    public void A_week_is_written_as_its_Monday(string text, bool known) => Week.TryParse(text, out _).ShouldBe(known);

    [Fact]
    public void The_notice_and_the_workbook_tell_the_week_and_a_draft_says_that_it_is_one()
    {
        var draft = WeekNotice.DraftOf(WeekStory.Publish().Notice(0));
        var texts = Texts(draft);
        texts.ShouldContain("关于2024年9月9日至15日创建国家卫生城市工作情况的通报（草稿）");
        texts.ShouldContain("周通报〔2024〕第　期");
        texts.ShouldContain(t => t.StartsWith("草稿：", StringComparison.Ordinal));
        texts.ShouldContain(WeekWords.NoPlannedInspections);
        texts.ShouldContain("有得分的单位2个，平均得分91.25分。列首位的：A（92.50分）。列末位的：B（90.00分）。");
        texts.ShouldContain("本周均未接受检查打分，无得分，不排名次。");

        var published = WeekNotice.Of(WeekStory.Publish(nextWeek: "周三检查农贸市场周边。").Notice(3));
        published.DocumentNumber.ShouldBe("周通报〔2024〕第3期");
        Texts(published).ShouldNotContain(t => t.Contains("草稿", StringComparison.Ordinal));
        Texts(published).ShouldContain("周三检查农贸市场周边。");

        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) WeekBook.Write(book, draft);
        file.Position = 0;
        Workbook.Read(file).Select(t => (t.Sheet, t.Rows.Count)).ShouldBe(
            [("各单位情况", 3), ("检查排名", 4), ("指标", 11), ("红色案件", 3), ("案件清单", 5), ("说明", 2)]);
    }

    private static List<string> Texts(WeekNotice notice)
    {
        using var file = new MemoryStream();
        WeekDocument.Of(notice).Save(file);
        file.Position = 0;
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).ShouldBeEmpty();
        return [.. document.MainDocumentPart!.Document!.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Select(p => p.InnerText)];
    }

    private static bool StoredSame(WeekReport one, WeekReport other) => Campaign.EventStore.StoredJson.Same(one, other);
}
