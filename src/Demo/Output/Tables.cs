using System.Globalization;
using Campaign.Demo.Figures;
using Campaign.Demo.Input;
using Spectre.Console;
using Rows = Spectre.Console.Rows;

namespace Campaign.Demo.Output;

/// <summary>The month and its bulletin as tables.</summary>
internal static class Tables
{
    public static void Show(MonthReport report, MonthFile file)
    {
        var lines = new LineText(file.Adjustments);
        foreach (var category in report.Results.GroupBy(result => result.Category, StringComparer.Ordinal))
            Ranking(category.Key, category, lines);
        MissingWeeks(report);
        Rates(report.Rates, report.Counts);
    }

    public static void Show(Bulletin bulletin)
    {
        var best = bulletin.Categories.Select(c => $"{c.Category}　优秀：{Names(c.Best)}　末位：{Names(c.Last)}");
        Screen.Console.Write(new Panel(new Rows(
        [
            new Text(bulletin.Title, new Style(decoration: Decoration.Bold)),
            new Text(bulletin.DocumentNumber),
            .. best.Select(line => new Text(line)),
        ]))
        { Padding = new(2, 0) });

        static string Names(IReadOnlyList<string> units) => units.Count == 0 ? "无" : string.Join('、', units);
    }

    public static void Show(IReadOnlyList<Difference> differences)
    {
        var table = New("不一致的数据", "位置", "应为", "平台答复");
        foreach (var difference in differences) Row(table, difference.Where, difference.Expected, difference.Got);
        Screen.Console.Write(table);
    }

    private static void Ranking(string category, IEnumerable<SubjectResult> results, LineText lines)
    {
        var table = New($"{category}排名", "名次", "单位", "检查", "检查均分", "超期", "反弹", "复核不通过", "表扬", "月度得分", "备注");
        foreach (var result in results.OrderBy(result => result.Rank).ThenBy(result => result.Subject, StringComparer.Ordinal))
        {
            string Line(string kind) => result.Lines.TryGetValue(kind, out var points) ? lines.Of(kind, points) : "—";
            Row(table,
                Text(result.Rank), result.Name, $"{result.InspectionScores.Count} 次", DecimalText.Announced(result.Mean) ?? "—",
                Line("overdueCase"), Line("relapse"), Line("rejectedRectification"), Line("commendation"),
                DecimalText.Announced(result.Score) ?? "无得分", result.Vetoed ? "一票否决" : result.Score is null ? "本月未检查" : "");
        }
        Screen.Console.Write(table);
    }

    private static void MissingWeeks(MonthReport report)
    {
        if (report.MissingWeeks.Count == 0) return;
        var names = report.Results.ToDictionary(result => result.Subject, result => result.Name, StringComparer.Ordinal);
        var table = New("缺检的周（以周一日期表示）", "单位", "周");
        foreach (var (subject, weeks) in report.MissingWeeks.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            Row(table, names.GetValueOrDefault(subject, subject), string.Join('、', weeks));
        Screen.Console.Write(table);
    }

    private static void Rates(Rates rates, Counts counts)
    {
        var table = New("办理情况", "指标", "比率", "计算");
        Rate("日交办率", rates.SameDayRouting, "当日交办", counts.SameDay, "登记", counts.Cases);
        Rate("按期销号率", rates.OnTimeStrikeOff, "按期销号", counts.OnTime, "本月到期", counts.Due);
        Rate("反弹率", rates.Relapse, "反弹", counts.Relapses, "办理轮次", counts.Rounds);
        Rate("返工率", rates.Rework, "曾复核不通过", counts.Reworked, "本月到期", counts.Due);
        Screen.Console.Write(table);

        void Rate(string name, decimal? rate, string part, int some, string whole, int all) =>
            Row(table, name, rate is null ? "—" : $"{DecimalText.Announced(rate)}%", $"{part} {some} ÷ {whole} {all}");
    }

    private static Table New(string title, params string[] columns)
    {
        var table = new Table { Title = new(Markup.Escape(title)), Border = TableBorder.Rounded };
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(cell)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
