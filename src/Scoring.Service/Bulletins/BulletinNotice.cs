using Campaign.Documents;
using Campaign.Scoring.Kernel;
using Campaign.Web;

namespace Campaign.Scoring.Bulletins;

/// <summary>通报 as an official notice: the body tells, the attachments list.</summary>
internal static class BulletinNotice
{
    private static readonly Column[] RankingColumns =
        [new("名次", 8), new("考评对象", 20), new("得分", 10), new("上月名次", 13), new("名次升降", 13), new("备注", 26)];

    private static readonly Column[] FigureColumns =
        [new("指标", 22), new("分子", 24), new("数量", 10), new("分母", 24), new("数量", 10), new("数值", 16)];

    private static readonly Column[] RedCaseColumns =
        [new("案号", 38), new("责任单位", 18), new("情形", 9), new("到期或反弹时间", 22), new("月末状态", 14)];

    private static readonly Column[] CorrectionColumns =
        [new("考评对象", 20), new("事项", 44), new("原分值", 12), new("更正后", 12)];

    public static OfficialDocument Of(BulletinIssue issue)
    {
        var bulletin = issue.Bulletin;
        var (month, text) = (issue.Of, new BulletinWords(issue));
        var document = new OfficialDocument(bulletin.Draft ? $"{bulletin.Title}（草稿）" : bulletin.Title)
        {
            Issuer = bulletin.Letterhead.Issuer,
            Number = bulletin.DocumentNumber,
            Addressee = bulletin.Letterhead.Addressee,
            Signature = bulletin.Letterhead.Signature,
            Date = bulletin.Draft ? null : ChinaTime.DateOf(bulletin.PublishedAt),
        };
        if (bulletin.Draft) document.Paragraph(text.Draft);
        document.Paragraph($"为压实创建国家卫生城市工作责任，按照考评办法，我办对{month.Year}年{month.Number}月各考评对象的创卫工作进行了考评。现将有关情况通报如下：")
            .Heading("一、总体情况");
        if (bulletin.Correction is { } correction)
            document.Paragraph($"本通报更正此前公布的{month.Number}月考评结果。更正事由：{correction.Reason}。变动明细见附件，未列明的结果不变。");
        foreach (var paragraph in text.Overview()) document.Paragraph(paragraph);
        document.Heading("二、考评排名");
        foreach (var (index, category) in bulletin.Categories.Index())
        {
            document.Subheading($"（{ChineseNumber.Of(index + 1)}）{category.Category}");
            foreach (var paragraph in text.Ranking(category)) document.Paragraph(paragraph);
        }
        document.Heading("三、存在问题");
        foreach (var paragraph in text.Problems()) document.Paragraph(paragraph);
        if (text.Sanctions().ToList() is { Count: > 0 } sanctions)
        {
            document.Subheading("问责和通报批评");
            foreach (var sentence in sanctions) document.Paragraph(sentence);
        }
        document.Heading("四、得分说明");
        foreach (var paragraph in text.Method()) document.Paragraph(paragraph);
        document.Heading("五、工作要求").Paragraph(text.Demand());
        return Attach(document, issue, text);
    }

    private static OfficialDocument Attach(OfficialDocument document, BulletinIssue issue, BulletinWords text)
    {
        var bulletin = issue.Bulletin;
        if (bulletin.Correction is { } correction)
        {
            document.Attachment(
                "更正明细", CorrectionColumns,
                [.. correction.Lines.Select(line => Row(line, text)),
                    .. BulletinWords.Honours(correction).Select(figure => Row(figure, text))]);
        }
        foreach (var category in bulletin.Categories)
            document.Attachment(
                $"{issue.Of.Number}月{category.Category}考评排名", RankingColumns, category.Ranking.Select(ranked => Row(ranked, text)));
        document.Attachment("主要指标", FigureColumns, bulletin.Figures.Select(Row));
        if (bulletin.RedCases.Count > 0)
            document.Attachment("红色案件清单", RedCaseColumns, bulletin.RedCases.Select(red => Row(red, text)));
        return document;
    }

    private static string?[] Row(RankedSubject ranked, BulletinWords text) =>
    [
        $"{ranked.Rank}", ranked.Name, ranked.Score is { } score ? $"{score:F2}" : "无得分", $"{ranked.LastMonthRank}",
        ranked.Change switch { null => "", 0 => "持平", > 0 => $"升{ranked.Change}位", _ => $"降{-ranked.Change}位" },
        text.Remark(ranked.Subject),
    ];

    private static string?[] Row(Months.LineDifference line, BulletinWords text) =>
        [text.NameOf(line.Subject), line.Text, $"{line.From:0.00##}", $"{line.To:0.00##}"];

    private static string?[] Row(Months.PendingCorrection figure, BulletinWords text) =>
        [text.NameOf(figure.Subject!), BulletinWords.NameOf(figure), figure.Was ?? "无", figure.Now ?? "无"];

    private static string?[] Row(BulletinFigure figure) =>
        [figure.Name, figure.NumeratorMeans, $"{figure.Numerator}", figure.DenominatorMeans, $"{figure.Denominator}", figure.Text];

    private static string?[] Row(Figures.RedFinding red, BulletinWords text) =>
        [red.CaseNumber, text.NameOf(red.Unit), BulletinWords.KindOf(red), BulletinWords.MomentOf(red), red.StruckOff ? "已销号" : "未销号"];
}

/// <summary>一 to 九十九, as headings are numbered.</summary>
internal static class ChineseNumber
{
    private const string Digits = "〇一二三四五六七八九";

    public static string Of(int number)
    {
        var (tens, ones) = int.DivRem(number, 10);
        var ten = tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens]}十" };
        return ones == 0 && tens > 0 ? ten : $"{ten}{Digits[ones]}";
    }
}
