using Campaign.Documents;
using Campaign.Scoring.Bulletins;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Weeks;

/// <summary>The forms a weekly notice is given in, asked for as those of a bulletin are.</summary>
internal static class WeekFormats
{
    public static Func<WeekNotice, Task<IResult>>? Asked(string? format, HttpRequest request) =>
        BulletinFormats.Name(format, request) switch
        {
            "json" => notice => Task.FromResult<IResult>(TypedResults.Ok(notice)),
            "docx" => notice => Task.FromResult(Downloads.Docx($"{FileName(notice)}.docx", WeekDocument.Of(notice))),
            "xlsx" => notice => Downloads.Xlsx($"{FileName(notice)}.xlsx", book =>
            {
                WeekBook.Write(book, notice);
                return Task.CompletedTask;
            }),
            _ => null,
        };

    private static string FileName(WeekNotice notice) => notice.Draft ? $"（草稿）{notice.Title}" : $"{notice.DocumentNumber} {notice.Title}";
}

/// <summary>周通报 as an official notice: the body tells, the attachments list.</summary>
internal static class WeekDocument
{
    private static readonly Column[] RankingColumns = [new("名次", 10), new("考评对象", 40), new("得分", 20), new("检查次数", 20)];

    private static readonly Column[] UnitColumns =
        [new("责任单位", 30), new("登记", 12), new("销号", 12), new("反弹", 12), new("未销号", 14), new("其中超期", 16)];

    private static readonly Column[] FigureColumns =
        [new("指标", 22), new("分子", 24), new("数量", 10), new("分母", 24), new("数量", 10), new("数值", 16)];

    private static readonly Column[] RedCaseColumns =
        [new("案号", 38), new("责任单位", 18), new("情形", 9), new("到期或反弹时间", 22), new("周末状态", 14)];

    private static readonly Column[] ChangeColumns = [new("事项", 50), new("原通报", 25), new("更正后", 25)];

    public static OfficialDocument Of(WeekNotice notice)
    {
        var text = new WeekWords(notice);
        var document = new OfficialDocument(notice.Draft ? $"{notice.Title}（草稿）" : notice.Title)
        {
            Issuer = notice.Letterhead.Issuer,
            Number = notice.DocumentNumber,
            Addressee = notice.Letterhead.Addressee,
            Signature = notice.Letterhead.Signature,
            Date = notice.Draft ? null : ChinaTime.DateOf(notice.At),
        };
        if (notice.Draft) document.Paragraph(text.Draft);
        document.Paragraph($"现将{notice.Of().Text}创建国家卫生城市工作情况通报如下：").Heading("一、问题办理情况");
        if (notice.Correction is { } correction)
            document.Paragraph($"本通报更正{correction.Corrects}。更正事由：{correction.Reason}。变动情况见附件，原通报不作改动。");
        foreach (var paragraph in text.Overview()) document.Paragraph(paragraph);
        document.Heading("二、检查与排名");
        foreach (var paragraph in text.Inspections()) document.Paragraph(paragraph);
        foreach (var (index, category) in notice.Report.Categories.Index())
            document.Subheading($"（{ChineseNumber.Of(index + 1)}）{category.Category}").Paragraph(WeekWords.Ranking(category));
        document.Heading("三、红色案件");
        foreach (var paragraph in text.Problems()) document.Paragraph(paragraph);
        document.Heading("四、下周安排");
        foreach (var paragraph in text.NextWeek()) document.Paragraph(paragraph);
        document.Heading("五、工作要求").Paragraph(text.Demand());
        return Attach(document, notice, text);
    }

    private static OfficialDocument Attach(OfficialDocument document, WeekNotice notice, WeekWords text)
    {
        var report = notice.Report;
        if (notice.Correction is { } correction)
            document.Attachment("更正明细", ChangeColumns, correction.Changes.Select(c => new string?[] { c.What, c.Was, c.Now }));
        if (report.Units.Count > 0) document.Attachment("各单位问题办理情况", UnitColumns, report.Units.Select(Row));
        foreach (var category in report.Categories)
            document.Attachment($"本周{category.Category}检查排名", RankingColumns, category.Ranking.Select(Row));
        document.Attachment("主要指标", FigureColumns, notice.Figures.Select(Row));
        if (report.RedCases.Count > 0) document.Attachment("红色案件清单", RedCaseColumns, report.RedCases.Select(red => Row(red, text)));
        return document;
    }

    private static string?[] Row(WeekUnit u) => [u.Name, $"{u.Recorded}", $"{u.StruckOff}", $"{u.Relapses}", $"{u.Open}", $"{u.Overdue}"];

    private static string?[] Row(WeekRank r) =>
        [r.Rank is { } rank ? $"{rank}" : "—", r.Name, r.Score is { } score ? $"{score:F2}" : "无得分", $"{r.Inspections}"];

    private static string?[] Row(BulletinFigure figure) =>
        [figure.Name, figure.NumeratorMeans, $"{figure.Numerator}", figure.DenominatorMeans, $"{figure.Denominator}", figure.Text];

    private static string?[] Row(RedFinding red, WeekWords text) =>
        [red.CaseNumber, text.NameOf(red.Unit), BulletinWords.KindOf(red), BulletinWords.MomentOf(red), red.StruckOff ? "已销号" : "未销号"];
}

/// <summary>周通报 as a workbook, with every case of the week.</summary>
internal static class WeekBook
{
    public static void Write(WorkbookWriter book, WeekNotice notice)
    {
        var (report, text) = (notice.Report, new WeekWords(notice));
        book.Sheet("各单位情况", new Column("责任单位", 24), new("登记", 10), new("销号", 10), new("反弹", 10), new("未销号", 10), new("其中超期", 12));
        foreach (var u in report.Units) book.Row(u.Name, u.Recorded, u.StruckOff, u.Relapses, u.Open, u.Overdue);

        book.Sheet("检查排名", new Column("类别", 12), new("名次", 8), new("考评对象", 24), new("得分", 10), new("检查次数", 10));
        foreach (var category in report.Categories)
        {
            foreach (var r in category.Ranking) book.Row(category.Category, r.Rank, r.Name, r.Score, r.Inspections);
        }

        book.Sheet("指标", new Column("指标", 30), new("数值", 10), new("单位", 8), new("分子", 10), new("分子含义", 40), new("分母", 10), new("分母含义", 40));
        foreach (var f in notice.Figures)
            book.Row(f.Name, f.Value, f.Unit, f.Numerator, f.NumeratorMeans, f.Denominator, f.DenominatorMeans);

        Cases(book, report, text);

        book.Sheet("说明", new Column("说明", 90));
        if (notice.Draft) book.Row(text.Draft);
        if (notice.Correction is { } correction)
        {
            book.Row($"本通报更正{correction.Corrects}。更正事由：{correction.Reason}。");
            foreach (var change in correction.Changes) book.Row($"{change.What}：原通报{change.Was}，更正后{change.Now}。");
        }
        foreach (var line in text.NextWeek()) book.Row($"下周安排：{line}");
    }

    private static void Cases(WorkbookWriter book, WeekReport report, WeekWords text)
    {
        book.Sheet("红色案件", new Column("案号", 28), new("责任单位", 24), new("情形", 8), new("到期或反弹时间", 20), new("周末状态", 12));
        foreach (var red in report.RedCases)
            book.Row(
                red.CaseNumber, text.NameOf(red.Unit), BulletinWords.KindOf(red), BulletinWords.CellOf(red),
                red.StruckOff ? "已销号" : "未销号");

        book.Sheet(
            "案件清单", new Column("案号", 28), new("轮次", 8), new("责任单位", 24), new("登记或反弹时间", 20), new("交办时间", 20), new("最后期限", 20),
            new("销号时间", 20));
        foreach (var f in report.Findings)
        {
            book.Row(
                f.CaseNumber, f.Round, text.NameOf(f.Unit), f.BeganAt, f.RoutedAt, f.Due is { } due ? ChinaTime.DeadlineCell(due) : null,
                f.StruckOffAt);
        }
    }
}
