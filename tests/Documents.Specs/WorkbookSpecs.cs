using System.IO.Compression;
using System.Text;

namespace Campaign.Documents.Specs;

public sealed class WorkbookSpecs
{
    [Fact]
    public void What_was_written_is_read_again()
    {
        var table = Written(book =>
        {
            book.Sheet("台账", new Column("编号"), new("数量"), new("日期"), new("时间"), new("达标"), new("备注"));
            book.Row("A-1", 22.5m, new DateOnly(2024, 9, 2), new DateTimeOffset(2024, 9, 2, 1, 30, 0, TimeSpan.Zero), true, null);
        }).ShouldHaveSingleItem();

        (table.Sheet, string.Join(' ', table.Columns)).ShouldBe(("台账", "编号 数量 日期 时间 达标 备注"));
        var row = table.Rows.ShouldHaveSingleItem();
        (row["编号"].Text, row["数量"].Number, row["日期"].Date).ShouldBe(("A-1", 22.5m, new DateOnly(2024, 9, 2)));
        (row["时间"].Moment, row["达标"].Truth, row["备注"].IsBlank).ShouldBe((new DateTime(2024, 9, 2, 9, 30, 0), true, true));
    }

    [Fact]
    public void A_cell_says_where_it_stands()
    {
        var row = Written(book =>
        {
            book.Sheet("五小普查", new Column("编号"), new("名称"));
            book.Row("1", "甲");
            book.Row("2", "乙");
        })[0].Rows[1];

        (row["名称"].Address, row["没有的列"].Address).ShouldBe(("五小普查!B3", "五小普查!3"));
    }

    [Fact]
    public void Several_sheets_stand_in_their_order() =>
        Written(book =>
        {
            book.Sheet("方案", new Column("文号"));
            book.Sheet("阶段", new Column("名称"));
            book.Row("巩固提升阶段");
        }).Select(table => $"{table.Sheet}:{table.Rows.Count}").ShouldBe(["方案:0", "阶段:1"]);

    [Fact]
    public void An_entry_that_looks_like_a_formula_stays_a_text() => OneText("=1+1").ShouldBe("=1+1");

    [Fact]
    public void The_file_is_valid_to_the_office_programs()
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("台账", new Column("编号"), new("日期"), new("数量"));
            book.Row("A-1", new DateOnly(2024, 9, 2), 3);
            book.Sheet("台账/二", new Column("编号"));
        }
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(file, isEditable: false);
        new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document)
            .Select(error => $"{error.Path?.XPath} {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Control_characters_do_not_spoil_the_file() => OneText("甲\u0001乙\U0001F600").ShouldBe("甲乙\U0001F600");

    [Theory]
    [InlineData("甲_x0000_乙")]
    [InlineData("店_xD83D_铺")]
    [InlineData("店铺_xDE00_")]
    [InlineData("_xDE00__xD83D_")]
    public void A_character_that_no_database_keeps_is_refused_with_its_cell(string text) =>
        Should.Throw<WorkbookException>(() => OneText(text)).Message
            .ShouldBe("工作表“表”单元格 A2 含有不能保存的字符（U+0000 或半个字符），请删去后重新上传。");

    [Fact]
    public void A_pair_that_is_whole_is_text() => OneText("店_xD83D__xDE00_铺").ShouldBe("店\U0001F600铺");

    [Fact]
    public void Blank_rows_are_left_out_and_still_counted()
    {
        var table = Written(book =>
        {
            book.Sheet("表", new Column("编号"));
            book.Row(" ");
            book.Row("1");
        })[0];
        table.Rows.ShouldHaveSingleItem().Number.ShouldBe(3);
    }

    [Fact]
    public void Missing_columns_are_named()
    {
        var table = Written(book => book.Sheet("五小普查", new Column("编号")))[0];
        var missing = Should.Throw<WorkbookException>(() => table.Require("编号", "名称", "行业"));
        (missing.Rule, missing.Message).ShouldBe(("column-missing", "工作表“五小普查”缺少列：名称、行业。"));
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused() =>
        Should.Throw<WorkbookException>(() => Written(book => book.Sheet("表", new Column("编号"), new("编号")))[0].Require("编号"))
            .Rule.ShouldBe("column-twice");

    [Fact]
    public void What_is_no_workbook_is_refused()
    {
        Should.Throw<WorkbookException>(() => Workbook.Read(new MemoryStream(Encoding.UTF8.GetBytes("编号,名称")))).Rule.ShouldBe(
            "workbook-unreadable");
        Should.Throw<WorkbookException>(() => Workbook.Read(Zip("readme.txt", "nothing"))).Rule.ShouldBe("workbook-unreadable");
    }

    private static string? OneText(string text) =>
        Written(book =>
        {
            book.Sheet("表", new Column("内容"));
            book.Row(text);
        })[0].Rows[0]["内容"].Text;

    private static IReadOnlyList<Table> Written(Action<WorkbookWriter> write)
    {
        using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file)) write(book);
        file.Position = 0;
        return Workbook.Read(file);
    }

    private static MemoryStream Zip(string name, string content)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open()))
            writer.Write(content);
        file.Position = 0;
        return file;
    }
}
