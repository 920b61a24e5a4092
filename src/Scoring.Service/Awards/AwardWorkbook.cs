using Campaign.Documents;

namespace Campaign.Scoring.Awards;

/// <summary>The lists as they are signed: a column for the signature beside each line.</summary>
internal static class AwardWorkbook
{
    private const string Signature = "签字";

    public static void Write(WorkbookWriter book, AwardLists lists)
    {
        book.Sheet(
            "奖励", new("类别", 16), new("等次", 12), new("单位", 24), new("名次", 8), new("总分", 10), new("单位奖金（元）", 16),
            new("领导每人（元）", 16), new("职工每人（元）", 16), new("领导人数", 10), new("职工人数", 10),
            new("合计（元）", 14), new(Signature, 14));
        foreach (var a in lists.Awards)
            book.Row(a.Category, a.Level, a.Name, a.Rank, a.Total, a.UnitYuan,
                a.LeaderYuan, a.PersonYuan, a.Leaders, a.Staff, a.Yuan, null);

        book.Sheet("罚款", new("单位", 24), new("金额（元）", 14), new("事由", 50), new(Signature, 14));
        foreach (var f in lists.Fines) book.Row(f.Name, f.Yuan, f.Reason, null);

        book.Sheet("包保领导", new("职务", 24), new("联系单位", 24), new("同奖同罚", 14), new("金额（元）", 14), new(Signature, 14));
        foreach (var g in lists.Guarantors) book.Row(g.Post, g.Name, g.For, g.Yuan, null);

        Honours(book, lists);

        book.Sheet("说明", new Column("说明", 90));
        book.Row(Sums(lists.Sums));
        foreach (var note in lists.Notes) book.Row(note);
    }

    private static string Sums(AwardSums sums) =>
        $"合计：单位奖金{(sums.Awards is { } awards ? $"{awards:0.##}元" : "因人数未填暂不能计算")}，包保领导奖金{sums.Guarantors:0.##}元，罚款{sums.Fines:0.##}元。";

    private static void Honours(WorkbookWriter book, AwardLists lists)
    {
        if (lists.Barred is { Count: > 0 } barred)
        {
            book.Sheet("取消评先", new("类别", 16), new("单位", 24), new("事由", 24), new("未取消时名次", 14), new("总分", 10), new(Signature, 14));
            foreach (var b in barred) book.Row(b.Category, b.Name, b.Ground, b.RankIfNotVetoed, b.Total, null);
        }
        if (lists.Commended is { Count: > 0 } commended)
        {
            book.Sheet("受表扬", new("类别", 16), new("单位", 24), new("名次", 8), new("表扬", 12), new("日期", 12), new("事由", 50));
            foreach (var c in commended) book.Row(c.Category, c.Name, c.Rank, c.Praise, c.Date, c.Reason);
        }
    }
}
