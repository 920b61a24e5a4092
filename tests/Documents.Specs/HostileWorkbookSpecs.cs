using System.Globalization;
using System.Text;
using Campaign.Testing;

namespace Campaign.Documents.Specs;

/// <summary>What a file costs is what is in it, and whatever is wrong with it is said of the file.</summary>
public sealed class HostileWorkbookSpecs
{
    /// <summary>A hundredth of what is allowed, so that a test need not write much.</summary>
    private static readonly WorkbookLimits Limits = new()
    {
        Rows = 2_000,
        Cells = 10_000,
        Texts = 1 << 20,
        Merged = 200,
        Sheets = 10,
        Unpacked = 1 << 20,
    };

    [Theory]
    [InlineData("XFD20000")]
    [InlineData("IW1")]
    public void A_cell_far_to_the_right_is_refused_by_its_address(string address) =>
        Refused(Sheet(Row(address[^1] is '1' ? 1 : 20_000, TinyWorkbook.Text(address, "远"))), "workbook-too-large").ShouldContain(address);

    [Fact]
    public void A_cell_far_below_costs_one_row() =>
        Read(Sheet(Row(1_048_576, TinyWorkbook.Text("A1048576", "编号")))).Single().Columns.ShouldBe(["编号"]);

    [Fact]
    public void A_blank_cell_far_to_the_right_is_nothing() =>
        Read(Sheet(Row(1, TinyWorkbook.Text("A1", "编号") + """<c r="XFD1" s="3"/>"""))).Single().Columns.ShouldBe(["编号"]);

    [Fact]
    public void Blank_cells_are_counted() =>
        Refused(Sheet(Rows(101, """<c s="1"/>""" + Repeat("<c/>", 99))), "workbook-too-large")
            .ShouldContain("10000 个单元格");

    [Fact]
    public void So_are_the_gaps_before_a_cell() =>
        Refused(Sheet(Rows(40, """<c r="IV1"><v>1</v></c>""")), "workbook-too-large").ShouldContain("10000 个单元格");

    [Fact]
    public void Rows_are_counted() =>
        Refused(Sheet(Rows(2_001, "<c><v>1</v></c>")), "workbook-too-large").ShouldContain("2000 行");

    [Fact]
    public void A_text_counts_as_often_as_cells_refer_to_it()
    {
        var book = Sheet(Rows(40, """<c t="s"><v>0</v></c>""")).SharedTexts($"<si><t>{new string('长', 30_000)}</t></si>");
        Refused(book, "workbook-too-large").ShouldContain("文字");
    }

    [Fact]
    public void Many_runs_of_a_text_are_put_together_once()
    {
        var book = Sheet(Row(1, """<c t="s"><v>0</v></c>""")).SharedTexts($"<si>{Repeat("<r><t>字</t></r>", 32_767)}</si>");
        Read(book).Single().Columns.Single().Length.ShouldBe(32_767);
    }

    [Fact]
    public void Bytes_are_counted_as_they_unpack() =>
        Refused(new TinyWorkbook().Sheet(new string(' ', 2 << 20)), "workbook-too-large").ShouldContain("1 MB");

    [Fact]
    public void A_sheet_that_is_listed_again_and_again_costs_each_time()
    {
        var book = new TinyWorkbook();
        for (var i = 0; i < 11; i++) book.Rows($"表{i}", ["编号"]);
        Refused(book, "workbook-too-large").ShouldContain("10 张");
    }

    [Fact]
    public void Merged_areas_are_counted() =>
        Refused(Sheet(Row(1, TinyWorkbook.Text("A1", "甲")), Merged(Repeat("""<mergeCell ref="A1:A9"/>""", 201))), "workbook-too-large");

    [Fact]
    public void A_merged_area_of_a_million_rows_costs_those_that_are_there() =>
        Read(Sheet(
                Row(1, TinyWorkbook.Text("A1", "编号")) + Row(2, TinyWorkbook.Text("B2", "甲")),
                Merged("""<mergeCell ref="A1:XFD1048576"/>""")))
            .Single().Rows.Single()["编号"].Text.ShouldBe("编号");

    [Fact]
    public void A_document_type_is_not_looked_at() =>
        Refused(
            new TinyWorkbook().Rows("表", ["编号"]).Part(
                "xl/sharedStrings.xml", """<!DOCTYPE sst [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><sst><si><t>&b;</t></si></sst>"""),
            "workbook-unreadable");

    [Theory]
    [InlineData("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData>", "第 1 行")]
    [InlineData("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>-1</v></c></row></sheetData>", "第 1 行")]
    [InlineData("<sheetData><row r=\"9\"/><row r=\"9\"/></sheetData>", "第 9 行")]
    [InlineData("<sheetData><row r=\"4\"><c r=\"A4\"><v>1</v></c></row><row r=\"-2\"/></sheetData>", "第 4 行")]
    [InlineData("<sheetData><row r=\"99999999999\"/></sheetData>", "“表”")]
    [InlineData("<sheetData><row r=\"2\"><c r=\"12\"><v>1</v></c></row></sheetData>", "第 2 行")]
    [InlineData("<sheetData><row r=\"2\"><c r=\"ZZZZ2\"><v>1</v></c></row></sheetData>", "第 2 行")]
    [InlineData("<sheetData><row r=\"2\"><c s=\"x\"><v>1</v></c></row></sheetData>", "第 2 行")]
    [InlineData("<mergeCells><mergeCell/></mergeCells>", "“表”")]
    [InlineData("<sheetData><row r=\"3\"><c>", "第 3 行")]
    public void A_sheet_that_cannot_be_read_is_refused_with_the_place(string xml, string place) =>
        Refused(new TinyWorkbook().Sheet(xml), "workbook-unreadable").ShouldContain(place);

    [Fact]
    public void Who_hangs_up_ends_the_reading()
    {
        using var caller = new CancellationTokenSource();
        using var file = new HungUpStream(Sheet(Rows(100_000, "<c><v>1</v></c>")).File(), caller);
        Should.Throw<OperationCanceledException>(() => Workbook.Read(file, caller.Token));
        file.WasReadToTheEnd.ShouldBeFalse();
    }

    private static string Merged(string areas) => $"<mergeCells>{areas}</mergeCells>";

    private static TinyWorkbook Sheet(string rows, string behind = "") =>
        new TinyWorkbook().Sheet($"<sheetData>{rows}</sheetData>{behind}");

    private static IReadOnlyList<Table> Read(TinyWorkbook book)
    {
        using var file = book.File();
        return Workbook.Read(file, Limits, TestContext.Current.CancellationToken);
    }

    private static string Refused(TinyWorkbook book, string rule)
    {
        var refused = Should.Throw<WorkbookException>(() => Read(book));
        refused.Rule.ShouldBe(rule);
        return refused.Message;
    }

    private static string Row(int number, string cells) =>
        string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">{cells}</row>");

    private static string Rows(int count, string cells) => Repeat($"<row>{cells}</row>", count);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    /// <summary>Its caller hangs up while the sheet is being read.</summary>
    private sealed class HungUpStream(MemoryStream file, CancellationTokenSource caller) : MemoryStream(file.ToArray(), writable: false)
    {
        private int reads;

        public bool WasReadToTheEnd { get; private set; }

        public override int Read(byte[] buffer, int offset, int count) => Counted(base.Read(buffer, offset, count));

        public override int Read(Span<byte> buffer) => Counted(base.Read(buffer));

        private int Counted(int read)
        {
            if (++reads == 12) caller.Cancel();
            WasReadToTheEnd |= reads > 40;
            return read;
        }
    }
}
