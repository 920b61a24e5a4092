using Campaign.Documents;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Specs.ScoreSheets;

public sealed class SheetReadingSpecs
{
    [Fact]
    public void A_printed_sheet_is_read_row_by_row()
    {
        var rows = Read([],
            ["一、组织管理", 1, "领导小组", 10, "不达标不得分", "否"],
            [null, 2, "档案资料", 20, "缺一项扣0.5分，扣完为止", null],
            ["二、环境卫生", 3, "背街小巷", 30, "视整改情况综合评定", "是"],
            [null, 3, "公厕", 5, null, null],
            [null, "四", "市场", 5, null, null],
            [null, 5, null, 5, null, null],
            [null, 6, "河道", 0, null, null],
            [null, 7, "保洁", 5, null, "看情况"],
            ["合计", null, null, 70, null, null]);

        rows.Select(row => (row.Row, row.Outcome, row.Rule, row.Address)).ShouldBe(
        [
            (2, SheetRowOutcome.Understood, null, null),
            (3, SheetRowOutcome.Understood, null, null),
            (4, SheetRowOutcome.Questionable, "criterion-not-understood", "评分表!E4"),
            (5, SheetRowOutcome.Refused, "item-repeated", "评分表!B5"),
            (6, SheetRowOutcome.Refused, "no-invalid", "评分表!B6"),
            (7, SheetRowOutcome.Refused, "text-invalid", "评分表!C7"),
            (8, SheetRowOutcome.Refused, "maximum-invalid", "评分表!D8"),
            (9, SheetRowOutcome.Questionable, "applicability-unclear", "评分表!F9"),
        ]);
        rows[0].Item.ShouldBe(new(1, "领导小组", 10, "一、组织管理", "不达标不得分", new(DeductionForm.AllOrNothing), MayNotApply: false));
        rows[1].Item.ShouldBe(new(2, "档案资料", 20, "一、组织管理", "缺一项扣0.5分，扣完为止", new(DeductionForm.PerOccurrence, 0.5m)));
        rows[2].Item.ShouldBe(new(3, "背街小巷", 30, "二、环境卫生", "视整改情况综合评定"));
    }

    [Fact]
    public void What_the_sheet_in_force_has_already_is_unchanged()
    {
        object?[][] cells = [[null, 1, "公厕", 5, "每处扣1分", null], [null, 2, "市场", 5, "看情况", null]];
        var once = Read([], cells);
        var again = Read([.. once.Select(row => row.Item!)], cells);

        again.ShouldAllBe(row => row.Outcome == SheetRowOutcome.Unchanged);
        once.Select(row => row.Outcome).ShouldBe([SheetRowOutcome.Understood, SheetRowOutcome.Questionable]);
    }

    [Fact]
    public void A_sheet_without_its_columns_is_not_read()
    {
        using var file = new Testing.TinyWorkbook().Rows("评分表", ["序号", "内容"]).File();
        Should.Throw<WorkbookException>(() => Read(file, [])).Rule.ShouldBe("column-missing");
    }

    [Fact]
    public void An_item_with_an_error_value_is_refused_at_its_cell()
    {
        var data = Testing.TinyWorkbook.Data(["序号", "检查内容", "满分"], ["1", "公厕"]);
        using var file = new Testing.TinyWorkbook()
            .Sheet(data.Replace("</row></sheetData>", """<c r="C2" t="e"><v>#REF!</v></c></row></sheetData>""", StringComparison.Ordinal))
            .File();

        var row = Read(file, []).Single();

        (row.Outcome, row.Rule, row.Address).ShouldBe((SheetRowOutcome.Refused, "cell-error", "表!C2"));
    }

    private static IReadOnlyList<SheetRow> Read(IReadOnlyList<SheetItem> inForce, params object?[][] rows)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("评分表", new("部分"), new("序号"), new("检查内容"), new("满分"), new("扣分标准"), new("可不适用"));
            foreach (var row in rows) book.Row(row);
        }
        file.Position = 0;
        return Read(file, inForce);
    }

    private static IReadOnlyList<SheetRow> Read(Stream file, IReadOnlyList<SheetItem> inForce) =>
        SheetReading.Of(SheetRows.Of(Workbook.Read(file), SheetReading.Headings).Rows, inForce);
}
