using System.Text.Json;
using Campaign.Documents;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Months;
using Campaign.Scoring.Sanctions;
using Campaign.Scoring.Scorecards;
using Campaign.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Campaign.Scoring.Specs.Bulletins;

/// <summary>The bulletin of the month file in its forms.</summary>
public sealed class BulletinFormSpecs
{
    private static readonly Letterhead Ours = new("南关街道创建国家卫生城市工作领导小组办公室文件", "南创卫办", "各社区居委会、机关各部门", "南关街道创卫办");

    [Fact]
    public void The_notice_tells_the_month_in_the_order_of_an_official_document()
    {
        var texts = Texts(Issue());
        texts[..4].ShouldBe([Ours.Issuer, "南创卫办〔2024〕9号", "关于2024年9月创建国家卫生城市工作考评情况的通报", "各社区居委会、机关各部门："]);
        texts.ShouldContain("一、总体情况");
        texts.ShouldContain("（一）居委会");
        texts.ShouldContain(t => t.Contains("按期销号63件，按期销号率80.77%（63/78）", StringComparison.Ordinal));
        texts.ShouldContain(t => t.Contains("案件超期每件扣0.5分，每月最多扣5分", StringComparison.Ordinal));
        texts.ShouldContain(t => t.Contains("因一票否决不参加评先", StringComparison.Ordinal) && t.Contains("未取消评先资格时应列第", StringComparison.Ordinal));
        texts.ShouldContain("南关街道创卫办");
        texts.ShouldContain("2024年10月3日");
    }

    [Fact]
    public void It_names_the_ground_the_commendation_and_how_far_the_evaluation_has_come()
    {
        var issue = Issue(Honoured.Compute(), Notes);
        issue.Bulletin.Categories[0].Ranking.Select(r => r.Remark).ShouldBe(["通报批评，不参加评先；受区级表扬", null]);
        var texts = Texts(issue);
        texts.ShouldContain("A因通报批评不参加评先；其得分和名次仍予公布，未取消评先资格时应列第1名。");
        texts.ShouldContain("受表扬：A（9月15日区级表扬）。");
        texts.ShouldContain(string.Concat(Notes));
        var sheets = Sheets(issue);
        sheets[0].Rows[0]["备注"].Text.ShouldBe("通报批评，不参加评先；受区级表扬");
        sheets[^1].Rows.Select(row => row["说明"].Text).ShouldBe(Notes);
    }

    [Fact]
    public void A_bulletin_that_came_out_before_that_was_noted_reads_as_it_did()
    {
        var now = Honoured.Compute();
        var issue = Issue(now with { Scorecards = [.. now.Scorecards.Select(card => card with { Honours = null })] });
        var texts = Texts(issue);
        texts.ShouldContain("A本月被一票否决，不参加评先；其得分和名次仍予公布，未被否决时应列第1名。");
        texts.ShouldNotContain(t => t.Contains("表扬：", StringComparison.Ordinal) || t.Contains("综合评议尚未结束", StringComparison.Ordinal));
        var sheets = Sheets(issue);
        sheets.Select(t => t.Sheet).ShouldBe(["排名", "得分明细", "指标", "红色案件"]);
        sheets[0].Rows[0]["备注"].Text.ShouldBe("一票否决，不参加评先");
        var json = JsonSerializer.Serialize(issue.Bulletin, ScoringModule.Events.Json);
        foreach (var later in (string[])["honours", "remark", "notes"]) json.ShouldNotContain($"\"{later}\"");
    }

    [Fact]
    public void A_draft_says_that_it_is_one_and_has_no_number_yet()
    {
        var command = new PublishBulletin(MonthStory.September, Ours, new Dictionary<string, int>(), [], MonthStory.At(3, month: 10));
        var draft = BulletinDrafts.Issue(
            "990101001", MonthStory.September, MonthStatus.Closed, "2024-01", MonthStory.UsualPolicy, Honoured.Compute(),
            command.Announcement(0), Ours);
        var texts = Texts(draft);
        texts[..3].ShouldBe([Ours.Issuer, "南创卫办〔2024〕　号", "关于2024年9月创建国家卫生城市工作考评情况的通报（草稿）"]);
        texts.ShouldContain("草稿：数字截至10月3日12:00，未经发布，不作为考评依据。");
        texts.ShouldNotContain("2024年10月3日");
        Sheets(draft)[^1].Rows.Single()["说明"].Text.ShouldStartWith("草稿：");
        JsonSerializer.Serialize(draft.Bulletin, ScoringModule.Events.Json).ShouldContain("\"draft\":true");
        JsonSerializer.Serialize(Issue().Bulletin, ScoringModule.Events.Json).ShouldNotContain("draft");
    }

    [Fact]
    public void Acts_against_units_and_posts_are_told_where_the_policy_announces_them()
    {
        IReadOnlyList<AnnouncedSanction> acts =
        [
            new(SanctionKind.Criticism, "A", null, "2024-09", "南办〔2024〕6号", null, "卫生死角"),
            new(SanctionKind.Accountability, null, "广场社区书记", "2024-09", "南办〔2024〕7号", "约谈", "整改不力"),
        ];
        var issue = Issue(Honoured.Compute());
        var told = issue with { Bulletin = issue.Bulletin with { Sanctions = acts } };
        var texts = Texts(told);
        texts.ShouldContain("A因卫生死角被通报批评（南办〔2024〕6号）。");
        texts.ShouldContain("广场社区书记因整改不力被问责（南办〔2024〕7号），处理方式：约谈。");
        Sheets(told).Single(t => t.Sheet == "问责和通报批评").Rows.Count.ShouldBe(2);
        Texts(issue).ShouldNotContain("问责和通报批评");

        var command = new PublishBulletin(MonthStory.September, Ours, new Dictionary<string, int>(), [], MonthStory.At(3, month: 10), acts);
        command.Announcement(1).Sanctions!.Select(s => s.ToSanction()).ShouldBe(acts);
        (command with { Sanctions = null }).Announcement(1).Sanctions.ShouldBeNull();
    }

    [Fact]
    public void The_notice_is_valid_to_the_office_programs()
    {
        using var file = Saved(Issue());
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_tells_why_and_lists_what_it_changes()
    {
        var issue = Issue();
        var subject = issue.Bulletin.Report.Results[0];
        LineDifference line = new(subject.Subject, "inspection", null, "9月30日日常检查得分 88.00", 0, 29.33m);
        var texts = Texts(
            issue with
            {
                Bulletin =
                issue.Bulletin with { Correction = new(1, 2024, 10, "离线检查补录", MonthStory.At(8, month: 10), [], [line]) }
            });
        texts.ShouldContain(t => t.Contains("更正事由：离线检查补录", StringComparison.Ordinal));
        texts.ShouldContain("更正明细");
    }

    [Fact]
    public void A_month_without_anything_to_tell_is_told_without_gaps()
    {
        var texts = Texts(Issue(MonthStory.Of("A").Compute()));
        texts.ShouldContain("本月均未接受检查打分，无得分，不排名次。");
        texts.ShouldNotContain("附件3");
        texts.ShouldNotContain(t => t.Contains("（0/0）", StringComparison.Ordinal));
    }

    [Fact]
    public void The_workbook_has_every_rank_line_figure_and_red_case()
    {
        var issue = Issue();
        var tables = Sheets(issue);
        tables.Select(t => t.Sheet).ShouldBe(["排名", "得分明细", "指标", "红色案件"]);
        tables.Select(t => t.Rows.Count).ShouldBe(
            [19, issue.Scoring.Scorecards.Sum(c => c.Lines.Count), issue.Bulletin.Figures.Count, issue.Bulletin.RedCases.Count]);
        tables[1].Rows.Sum(row => row["分值"].Number).ShouldBe(issue.Scoring.Scorecards.Sum(c => c.Score));
    }

    [Fact]
    public void A_month_closed_before_all_figures_were_pinned_shows_those_it_has() =>
        BulletinFigure.Of(null, Issue().Bulletin.Report.Counts).Select(f => (f.Code, f.Text)).ShouldBe(
            [("sameDayRouting", "86.25%"), ("onTimeStrikeOff", "80.77%"), ("rework", "10.26%"), ("relapse", "5.88%")]);

    [Fact]
    public void The_letterhead_is_set_once()
    {
        var now = MonthStory.At(1);
        new Scenario<LetterheadState>([]).When(new SetLetterhead(Ours, now).Decide)
            .Then(new LetterheadSet(Campaign.Scoring.Bulletins.Stored.Letterhead.Of(Ours), now)).AndAgainNothing();
    }

    private static IReadOnlyList<string> Notes => ["本半年综合评议尚未结束，半年总分为暂计。", "“居委会”尚无综合评议，其总分暂按月度考评百分之百计算。"];

    private static MonthStory Honoured => MonthStory.Of("A", "B").Inspected("A", 2, 95).Inspected("B", 2, 90).Inspected("B", 3, 80)
        .Vetoed("A", HonourScope.Month, MonthStory.September, VetoGround.Criticism).Commended("A", 15, CommendationLevel.District);

    private static IReadOnlyList<Table> Sheets(BulletinIssue issue)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) BulletinBook.Write(book, issue);
        file.Position = 0;
        return [.. Workbook.Read(file)];
    }

    private static BulletinIssue Issue(MonthScoring? scoring = null, IReadOnlyList<string>? notes = null)
    {
        var month = scoring ?? MonthOfFile.September.Compute();
        var ranks = month.Scorecards.ToDictionary(c => c.Subject, c => c.Rank is { } rank and not 1 ? rank : 3, StringComparer.Ordinal);
        var published = new BulletinPublished(
            2024, 9, "2024-09", Ours.DocumentNumber(2024, 9), "关于2024年9月创建国家卫生城市工作考评情况的通报", ranks, MonthStory.At(3, month: 10),
            Letterhead: Campaign.Scoring.Bulletins.Stored.Letterhead.Of(Ours), Notes: notes);
        var report = MonthReport.Of("990101001", MonthOfFile.September.Month, MonthStatus.Published, "2024-01", month, []);
        var policy = MonthOfFile.September.Policy;
        return new(Bulletin.Of(published, report, month.Figures, Ours), policy, month);
    }

    private static MemoryStream Saved(BulletinIssue issue)
    {
        var file = new MemoryStream();
        BulletinNotice.Of(issue).Save(file);
        file.Position = 0;
        return file;
    }

    private static string[] Texts(BulletinIssue issue)
    {
        using var file = Saved(issue);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        return [.. document.MainDocumentPart!.Document.Body!.ChildElements.Select(element => element.InnerText)
            .Where(text => text.Length > 0)];
    }
}
