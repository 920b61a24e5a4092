using Campaign.Testing;

namespace Campaign.Documents.Specs;

/// <summary>Workbooks as offices make them. The files in <c>Cases</c> came from such.</summary>
public sealed class OfficeWorkbookSpecs
{
    private static readonly Headings Ledger = new(["编号", "登记时间", "类别"], ["社区", "地址", "责任单位", "销号时间", "期限", "备注"])
    {
        Also = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["责任单位"] = ["责任部门"] },
    };

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
    public void Long_numbers_are_refused_and_zeros_are_those_of_the_format()
    {
        var rows = Case("ledger-long-number-ids").Single().Under(Ledger).Rows;
        rows[0].Faults.Single().ShouldSatisfyAllConditions(
            fault => fault.Rule.ShouldBe("number-invalid"), fault => fault.Cell.Address.ShouldBe("台账!A2"));
        (rows[1]["编号"].Text, rows[1]["编号"].Whole, rows[2]["类别"].Text).ShouldBe(("0007", 7, "0110"));
    }

    [Theory]
    [InlineData("ledger-number-1e30", "台账!R2"), InlineData("ledger-number-NaN", "台账!R2")]
    public void A_number_beyond_all_numbers_is_named_at_its_cell(string file, string address) =>
        Case(file).Single().Under(Ledger).Rows.Single().Faults.Single().ShouldSatisfyAllConditions(
            fault => fault.Rule.ShouldBe("number-invalid"), fault => fault.Cell.Address.ShouldBe(address));

    [Fact]
    public void Days_are_read_as_people_type_them()
    {
        var rows = Case("ledger-dates-as-people-type-them").Single().Under(Ledger).Rows;
        rows.Select(row => row["登记时间"].Moment?.ToString("MM-dd HH:mm", null)).ShouldBe(
        [
            "09-05 00:00", "09-05 09:30", "09-05 09:30", "09-05 09:30", "09-05 16:40", "09-05 16:40", "09-05 16:40", "09-05 16:40",
            "09-05 00:00", null,
        ]);
        rows[9]["登记时间"].MomentFault!.Value.Detail.ShouldBe("是数字 45540，不是日期。请把单元格设为日期格式，或填写如 2024-09-02。");
    }

    [Theory]
    [InlineData("ledger-date-0001", "登记时间"), InlineData("ledger-due-9999", "期限"), InlineData("ledger-year-0001-spoils-export", "登记时间")]
    [InlineData("ledger-time-only-and-old-years", "登记时间")]
    public void A_day_of_another_time_is_a_slip_of_the_pen(string file, string column)
    {
        foreach (var row in Case(file).Single().Under(Ledger).Rows)
            (row[column].Moment, row[column].Date, row[column].MomentFault?.Rule).ShouldBe((null, null, "moment-out-of-range"));
    }

    [Fact]
    public void A_merged_area_without_an_address_makes_the_file_unreadable() =>
        Should.Throw<WorkbookException>(() => Case("ledger-mergecell-without-ref")).Rule.ShouldBe("workbook-unreadable");

    [Theory]
    [InlineData(14), InlineData(31), InlineData(57), InlineData(58), InlineData(27), InlineData(164), InlineData(165)]
    public void Every_date_format_of_Chinese_Excel_is_a_date(int format) =>
        Styled(format).Date.ShouldBe(new DateOnly(2024, 9, 5));

    [Theory]
    [InlineData(0), InlineData(2), InlineData(166), InlineData(167)]
    public void A_number_is_a_number_whatever_its_colour(int format) => Styled(format).Number.ShouldBe(45540);

    private static Cell Styled(int format)
    {
        var book = new TinyWorkbook()
            .Styles($"""
                <numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
                <numFmt numFmtId="165" formatCode="yyyy\-mm\-dd"/>
                <numFmt numFmtId="166" formatCode="[Red]0.00&quot;days&quot;"/>
                <numFmt numFmtId="167" formatCode="#,##0_ ;[Red]\-#,##0\ "/></numFmts>
                <cellXfs><xf/><xf numFmtId="{format}"/></cellXfs>
                """)
            .Sheet($"""
                <sheetData><row r="1">{TinyWorkbook.Text("A1", "日期")}</row><row r="2"><c r="A2" s="1"><v>45540</v></c></row></sheetData>
                """);
        return Book(book).Single().Rows.Single()["日期"];
    }

    private static IReadOnlyList<Table> Book(TinyWorkbook book)
    {
        using var file = book.File();
        return Workbook.Read(file);
    }

    private static IReadOnlyList<Table> Case(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Cases", $"{name}.xlsx"));
        return Workbook.Read(file);
    }
}
