using Campaign.Testing;
using static Campaign.Documents.Specs.OfficeWorkbooks;

namespace Campaign.Documents.Specs;

/// <summary>Sheets and headings of workbooks as offices make them.</summary>
public sealed class OfficeWorkbookSpecs
{
    [Fact]
    public void Blanks_breaks_and_ornaments_in_headings_do_not_matter()
    {
        var table = Case("ledger-heading-line-break").Single().Under(Ledger);
        var row = table.Rows.Single();
        (row["社区"].Text, row["地址"].Text, row["责任单位"].Text).ShouldBe(("五虫1社区", "测试路1号", "城管中队"));
        table.Unread.Select(heading => heading.Text).ShouldNotContain("地 址");
    }

    [Theory]
    [InlineData("责任部门"), InlineData("责 任 部 门"), InlineData("＊责任部门（必填）"), InlineData("责任单位：")]
    public void A_heading_is_known_by_other_words_and_widths(string heading) =>
        Book(new TinyWorkbook().Rows("表", ["编号", "登记时间", "类别", heading], ["1", "2024-09-05", "0110", "环卫站"]))
            .Single().Under(Ledger).Rows.Single()["责任单位"].Text.ShouldBe("环卫站");

    [Fact]
    public void A_merged_area_gives_its_value_to_all_its_rows()
    {
        var rows = Case("ledger-merged-cells").Single().Under(Ledger).Rows;
        (rows[1]["编号"].Text, rows[1]["社区"].Text, rows[1]["地址"].Text, rows[1]["责任单位"].Text).ShouldBe(("MG2", "五虫1社区", "测试路1号", "城管中队"));
    }

    [Fact]
    public void An_error_value_is_named_at_its_cell_and_never_read_as_nothing()
    {
        var rows = Case("ledger-error-cell").Single().Under(Ledger).Rows;
        rows.SelectMany(row => row.Faults).Select(fault => $"{fault.Cell.Address} {fault.Rule} {fault.Detail}").ShouldBe(
            ["台账!Q2 cell-error 单元格是错误值（#REF!），请改正后重新上传。", "台账!J3 cell-error 单元格是错误值（#N/A），请改正后重新上传。"]);
        Should.Throw<WorkbookException>(() => rows[0]["销号时间"].Text).Message.ShouldStartWith("台账!Q2：");
        Should.Throw<WorkbookException>(() => rows[0]["销号时间"].Moment).Rule.ShouldBe("cell-error");
    }

    [Fact]
    public void An_error_below_a_heading_that_nobody_asked_for_is_nobodys() =>
        Book(new TinyWorkbook().Sheet(
                TinyWorkbook.Data(["编号", "登记时间", "类别", "公式"], ["1", "2024-09-05", "0110"])
                    .Replace("</row></sheetData>", """<c r="D2" t="e"><v>#N/A</v></c></row></sheetData>""", StringComparison.Ordinal)))
            .Single().Under(Ledger).Rows.Single().Faults.ShouldBeEmpty();

    [Fact]
    public void A_formula_that_was_never_computed_is_named() =>
        Case("ledger-formula-without-value").Single().Under(Ledger).Rows.Single().Faults.Single()
            .ShouldSatisfyAllConditions(
                fault => fault.Rule.ShouldBe("formula-not-computed"), fault => fault.Cell.Address.ShouldBe("台账!E2"));

    [Fact]
    public void Sheets_and_headings_that_are_passed_over_are_named()
    {
        var tables = Case("ledger-two-sheets");
        NotRead.Of(tables, tables[0].Under(Ledger)).Where(remark => remark.Rule == "sheet-not-read")
            .Select(remark => remark.Address).ShouldBe(["10月"]);
        var census = Case("census-other-headings");
        NotRead.Of(census, census[0].Under(new(["编号"], []))).Select(remark => remark.Detail)
            .ShouldContain("没有读取“是否达标”这一列，请核对表头的写法。");
    }

    [Fact]
    public void Titles_stand_above_the_header()
    {
        var table = Case("ledger-title-row").Single();
        table.Has(Ledger).ShouldBeTrue();
        var row = table.Under(Ledger).Rows.Single();
        (row.Number, row["编号"].Text, row["编号"].Address).ShouldBe((4, "R1", "台账!A4"));
    }

    [Fact]
    public void Of_a_header_in_two_rows_the_lower_one_is_read()
    {
        var merged = string.Concat(new[] { "A1:A2", "B1:B2", "C1:C2", "D1:E1" }.Select(area => $"""<mergeCell ref="{area}"/>"""));
        var data = TinyWorkbook.Data(
            ["编号", "登记时间", "类别", "整改"], [null, null, null, "责任单位", "期限"], ["1", "2024-09-05", "0110", "环卫站", "2024-09-08"]);
        var row = Book(new TinyWorkbook().Sheet($"{data}<mergeCells>{merged}</mergeCells>")).Single().Under(Ledger).Rows.Single();
        (row["编号"].Text, row["责任单位"].Text, row["期限"].Date).ShouldBe(("1", "环卫站", new DateOnly(2024, 9, 8)));
    }

    [Fact]
    public void Of_a_header_in_two_rows_what_stands_only_above_is_read_too_and_both_together_may_be_one_word()
    {
        var headings = new Headings(["编号", "登记时间"], ["整改时间", "复核时间"]);
        var data = TinyWorkbook.Data(
            ["9月台账"], ["编号", "登记时间", "整改", null, "复核"], [null, null, "人员", "时间", "时间"],
            ["1", "2024-09-05", "张三", "2024-09-06", "2024-09-07"]);
        var table = Book(new TinyWorkbook().Sheet($"""{data}<mergeCells><mergeCell ref="C2:D2"/></mergeCells>""")).Single().Under(headings);
        var row = table.Rows.Single();
        (row["编号"].Text, row["整改时间"].Text, row["复核时间"].Text).ShouldBe(("1", "2024-09-06", "2024-09-07"));
        table.Unread.Select(heading => $"{heading.Address} {heading.Text}").ShouldBe(["表!C3 人员"]);
    }

    [Fact]
    public void The_first_row_below_a_header_is_no_part_of_it()
    {
        var rows = Book(new TinyWorkbook().Rows("表", ["编号", "登记时间", "类别", "说明"], ["1", "2024-09-05", "0110", "备注"])).Single()
            .Under(Ledger).Rows;
        rows.Single()["编号"].Text.ShouldBe("1");
    }

    [Fact]
    public void All_sheets_with_the_headings_are_read_and_others_named()
    {
        var tables = Book(new TinyWorkbook()
            .Rows("封面", ["创卫台账"]).Rows("9月", ["编号", "登记时间", "类别"], ["1", "2024-09-05", "0110"])
            .Rows("10月", ["序", "编号", "登记时间", "类别", "承办"], ["1", "2", "2024-10-05", "0110", "环卫站"]));

        var read = SheetRows.Of(tables, Ledger.With([("责任单位", "承办"), ("别的", "序")]));

        read.Rows.Select(row => $"{row.Sheet} {row.Number} {row["编号"].Text} {row["责任单位"].Text}").ShouldBe(["9月 2 1 ", "10月 2 2 环卫站"]);
        read.Remarks.Select(remark => remark.Address).ShouldBe(["10月!A1", "封面"]);
        Should.Throw<WorkbookException>(() => SheetRows.Of([tables[0]], Ledger)).Rule.ShouldBe("column-missing");
    }

    [Fact]
    public void A_hidden_sheet_is_passed_over() => Case("ledger-hidden-first-sheet").Select(table => table.Sheet).ShouldBe(["台账"]);

    [Fact]
    public void A_workbook_saved_as_strict_says_so() =>
        Should.Throw<WorkbookException>(() => Case("ledger-strict")).ShouldSatisfyAllConditions(
            refused => refused.Rule.ShouldBe("workbook-strict"), refused => refused.Message.ShouldContain("Strict"));

    [Fact]
    public void A_merged_area_without_an_address_makes_the_file_unreadable() =>
        Should.Throw<WorkbookException>(() => Case("ledger-mergecell-without-ref")).Rule.ShouldBe("workbook-unreadable");
}
