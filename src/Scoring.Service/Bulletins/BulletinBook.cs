using Campaign.Documents;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Sanctions;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Bulletins;

/// <summary>通报 as a workbook, with every line of every score.</summary>
internal static class BulletinBook
{
    public static void Write(WorkbookWriter book, BulletinIssue issue)
    {
        var text = new BulletinWords(issue);
        Ranking(book, issue.Bulletin, text);
        Lines(book, issue.Scoring.Scorecards);
        Figures(book, issue.Bulletin);
        RedCases(book, issue.Bulletin, text);
        if (issue.Bulletin.Sanctions is { Count: > 0 } sanctions) Sanctions(book, sanctions, text);
        if (issue.Bulletin.Correction is { } correction) Corrections(book, correction, text);
        IReadOnlyList<string> notes = [.. issue.Bulletin.Draft ? [text.Draft] : Array.Empty<string>(), .. issue.Bulletin.Notes ?? []];
        if (notes.Count > 0) Notes(book, notes);
    }

    private static void Sanctions(WorkbookWriter book, IReadOnlyList<AnnouncedSanction> sanctions, BulletinWords text)
    {
        book.Sheet("问责和通报批评", new Column("单位或职务", 24), new("类别", 12), new("文号", 24), new("处理方式", 16), new("事由", 50));
        foreach (var s in sanctions) book.Row(text.TargetOf(s), SanctionWords.Of(s.Kind), s.Document, s.Measure, s.Reason);
    }

    private static void Notes(WorkbookWriter book, IReadOnlyList<string> notes)
    {
        book.Sheet("说明", new Column("说明", 90));
        foreach (var note in notes) book.Row(note);
    }

    private static void Corrections(WorkbookWriter book, Months.CorrectionOfMonth correction, BulletinWords text)
    {
        book.Sheet("更正明细", new Column("考评对象", 24), new("事项", 70), new("原分值", 10), new("更正后", 10));
        foreach (var line in correction.Lines) book.Row(text.NameOf(line.Subject), line.Text, line.From, line.To);
        foreach (var figure in BulletinWords.Honours(correction))
            book.Row(text.NameOf(figure.Subject!), BulletinWords.NameOf(figure), figure.Was, figure.Now);
    }

    private static void Ranking(WorkbookWriter book, Bulletin bulletin, BulletinWords text)
    {
        book.Sheet(
            "排名", new Column("类别", 12), new("名次", 8), new("考评对象", 24), new("得分", 10), new("检查平均分", 12), new("检查次数", 10),
            new("上月名次", 10), new("名次变化", 10), new("未被否决时名次", 16), new("未检查周（星期一）", 36), new("备注", 24));
        var results = bulletin.Report.Results.ToDictionary(r => r.Subject, StringComparer.Ordinal);
        foreach (var category in bulletin.Categories)
        {
            foreach (var ranked in category.Ranking)
            {
                var result = results[ranked.Subject];
                var missing = bulletin.Report.MissingWeeks.GetValueOrDefault(ranked.Subject, []);
                book.Row(
                    category.Category, ranked.Rank, ranked.Name, ranked.Score, result.Mean, result.InspectionScores.Count,
                    ranked.LastMonthRank,
                    ranked.Change, result.RankIfNotVetoed, string.Join('、', missing.Select(Wording.Day)), text.Remark(ranked.Subject));
            }
        }
    }

    private static void Lines(WorkbookWriter book, IReadOnlyList<Scorecard> cards)
    {
        book.Sheet("得分明细", new Column("类别", 12), new("考评对象", 24), new("分值", 10), new("说明", 70), new("检查得分", 10),
            new("案号", 26), new("时间", 20));
        foreach (var card in cards)
        {
            foreach (var line in card.Lines)
                book.Row(card.Category, card.Name, line.Points, line.Text, line.Score, line.CaseNumber, line.At);
        }
    }

    private static void Figures(WorkbookWriter book, Bulletin bulletin)
    {
        book.Sheet("指标", new Column("指标", 30), new("数值", 10), new("单位", 8), new("分子", 10), new("分子含义", 40), new("分母", 10), new("分母含义", 40));
        foreach (var figure in bulletin.Figures)
            book.Row(figure.Name, figure.Value, figure.Unit, figure.Numerator, figure.NumeratorMeans, figure.Denominator,
                figure.DenominatorMeans);
    }

    private static void RedCases(WorkbookWriter book, Bulletin bulletin, BulletinWords text)
    {
        book.Sheet("红色案件", new Column("案号", 28), new("责任单位", 24), new("情形", 8), new("到期或反弹时间", 20), new("月末状态", 12));
        foreach (var red in bulletin.RedCases)
            book.Row(
                red.CaseNumber, text.NameOf(red.Unit), BulletinWords.KindOf(red), BulletinWords.CellOf(red),
                red.StruckOff ? "已销号" : "未销号");
    }
}
