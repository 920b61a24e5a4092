using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;
using SheetFont = DocumentFormat.OpenXml.Spreadsheet.Font;

namespace Campaign.Documents.Specs;

/// <summary>A sheet as the office programs see it.</summary>
public sealed class WorkbookLookSpecs : IDisposable
{
    private readonly SpreadsheetDocument document;

    public WorkbookLookSpecs()
    {
        var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("台账", new Column("编号", 28), new("说明", 70), new("数量", 10), new("得分", 10), new("日期", 12), new("时间", 18));
            book.Row("A-1", null, 3, 97.35m, new DateOnly(2024, 9, 2), new DateTimeOffset(2024, 9, 2, 1, 35, 0, TimeSpan.Zero));
        }
        document = SpreadsheetDocument.Open(file, isEditable: false);
    }

    private WorkbookPart Book => document.WorkbookPart!;

    private Worksheet Sheet => Book.WorksheetParts.Single().Worksheet!;

    private Stylesheet Styles => Book.WorkbookStylesPart!.Stylesheet!;

    [Fact]
    public void The_header_stays_in_sight()
    {
        var pane = Sheet.Descendants<Pane>().ShouldHaveSingleItem();
        (pane.State?.Value, pane.VerticalSplit?.Value).ShouldBe((PaneStateValues.Frozen, 1));
    }

    [Fact]
    public void Columns_are_as_wide_as_was_asked() =>
        Sheet.Descendants<SheetColumn>().Select(column => column.Width?.Value).ShouldBe([28, 70, 10, 10, 12, 18]);

    [Fact]
    public void The_header_alone_is_bold()
    {
        var rows = Sheet.Descendants<Row>().Select(row => row.Elements<SheetCell>().Select(FontOf).ToList()).ToList();
        rows.SelectMany(row => row).ShouldAllBe(font => font.FontName!.Val == "SimSun" && font.FontSize!.Val! == 11);
        rows[0].ShouldAllBe(font => font.Bold != null);
        rows[1].ShouldAllBe(font => font.Bold == null);
    }

    [Fact]
    public void Numbers_days_and_moments_are_no_texts()
    {
        var cells = Sheet.Descendants<Row>().Last().Elements<SheetCell>().Skip(2).ToList();
        cells.ShouldAllBe(cell => cell.DataType == null || cell.DataType == CellValues.Number);
        cells.Select(cell => cell.CellValue!.Text).ShouldBe(["3", "97.35", "45537", "45537.399305555555"]);
        cells.Select(FormatOf).ShouldBe([null, null, "yyyy\\-mm\\-dd", "yyyy\\-mm\\-dd\\ hh:mm"]);
    }

    public void Dispose() => document.Dispose();

    private CellFormat LookOf(SheetCell cell) => Styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(cell.StyleIndex?.Value ?? 0));

    private SheetFont FontOf(SheetCell cell) => Styles.Fonts!.Elements<SheetFont>().ElementAt((int)LookOf(cell).FontId!.Value);

    private string? FormatOf(SheetCell cell) =>
        Styles.NumberingFormats!.Elements<NumberingFormat>()
            .SingleOrDefault(format => format.NumberFormatId! == LookOf(cell).NumberFormatId!)?.FormatCode;
}
