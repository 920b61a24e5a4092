using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetColumn = DocumentFormat.OpenXml.Spreadsheet.Column;

namespace Campaign.Documents;

/// <summary>
/// Writes an .xlsx forward only: a row is on its way to the stream as soon as it is given, so that memory does not grow with the number
/// of rows. Sheets first to last, rows top to bottom; <see cref="Dispose"/> finishes the file and leaves the stream open.
/// </summary>
public sealed class WorkbookWriter : IDisposable
{
    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    private const int MaxText = 32_767; // what a cell holds

    private readonly ZipArchive package;
    private readonly List<string> sheets = [];
    private Stream? part;
    private OpenXmlWriter? sheet;

    /// <param name="output">Only written to; need not be seekable. Left open.</param>
    public WorkbookWriter(Stream output) => package = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Begins a sheet with its header, which stays in sight when the rows are scrolled.</summary>
    public void Sheet(string name, params IReadOnlyList<Column> columns)
    {
        EndSheet();
        sheets.Add(WorkbookStyles.SheetName(name, sheets.Count));
        part = Part(WorkbookPackage.SheetPath(sheets.Count));
        sheet = OpenXmlWriter.Create(part);
        sheet.WriteStartElement(new Worksheet());
        sheet.WriteElement(new SheetViews(new SheetView(new Pane
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        })
        { WorkbookViewId = 0 }));
        sheet.WriteElement(new Columns(columns.Select((column, index) => new SheetColumn
        {
            Min = (uint)index + 1,
            Max = (uint)index + 1,
            Width = column.Width,
            CustomWidth = true,
        })));
        sheet.WriteStartElement(new SheetData());
        Write(columns.Select(column => (object?)column.Title), WorkbookStyles.Header);
    }

    /// <summary>One row below the last: texts, whole and decimal numbers, days, moments (shown in China's time), yes or no; null leaves a cell empty.</summary>
    public void Row(params IReadOnlyList<object?> values) => Write(values, WorkbookStyles.Plain);

    private void Write(IEnumerable<object?> values, uint style)
    {
        if (sheet is null) throw new InvalidOperationException("A row needs a sheet.");
        sheet.WriteStartElement(new Row());
        foreach (var value in values) sheet.WriteElement(Cell(value, style));
        sheet.WriteEndElement();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Cell(object? value, uint style) => value switch
    {
        null => new() { StyleIndex = style },
        bool truth => Text(truth ? "是" : "否", style),
        DateOnly day => Number(day.ToDateTime(TimeOnly.MinValue).ToOADate(), WorkbookStyles.Day),
        DateTimeOffset moment => Number(moment.ToOffset(ChinaOffset).DateTime.ToOADate(), WorkbookStyles.Moment),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or double or float => Number(value, style),
        _ => Text(value.ToString() ?? "", style),
    };

    private static DocumentFormat.OpenXml.Spreadsheet.Cell Number(object value, uint style) => new()
    {
        CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!),
        DataType = CellValues.Number,
        StyleIndex = style,
    };

    /// <summary>As text, also what looks like a formula: nobody's entry is calculated on another's machine.</summary>
    private static DocumentFormat.OpenXml.Spreadsheet.Cell Text(string value, uint style) => new()
    {
        InlineString = new(new Text(Printable.Text(value, MaxText)) { Space = SpaceProcessingModeValues.Preserve }),
        DataType = CellValues.InlineString,
        StyleIndex = style,
    };

    private void EndSheet()
    {
        if (sheet is null) return;
        sheet.WriteEndElement();
        sheet.WriteEndElement();
        sheet.Dispose();
        part!.Dispose();
        sheet = null;
    }

    /// <summary>The SDK's own packages are held in memory whole; so only its elements are used, and the parts are written here.</summary>
    private Stream Part(string path) => package.CreateEntry(path, CompressionLevel.Fastest).Open();

    public void Dispose()
    {
        EndSheet();
        using (var styles = Part(WorkbookPackage.StylesPath))
        using (var writer = OpenXmlWriter.Create(styles))
            writer.WriteElement(WorkbookStyles.Sheet());
        foreach (var (path, xml) in WorkbookPackage.Of(sheets))
        {
            using var file = Part(path);
            xml.Save(file, System.Xml.Linq.SaveOptions.DisableFormatting);
        }
        package.Dispose();
    }
}

/// <param name="Width">In characters of the standard font; a Chinese character takes two.</param>
public sealed record Column(string Title, double Width = 16);
