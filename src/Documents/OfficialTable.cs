using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordTable = DocumentFormat.OpenXml.Wordprocessing.Table;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Campaign.Documents;

/// <summary>附表: as wide as the text, its header repeated on every page, no row broken over two.</summary>
internal static class OfficialTable
{
    private const int Size = 24; // 小四

    public static WordTable Of(IReadOnlyList<Column> columns, IEnumerable<IReadOnlyList<string?>> rows)
    {
        var total = columns.Sum(column => column.Width);
        var widths = columns.Select(column => (int)(OfficialLayout.TextWidth * column.Width / total)).ToList();
        var table = new WordTable(
            new TableProperties(
                new TableWidth { Width = OfficialLayout.TextWidth.ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) })));
        table.Append(Row(columns.Select(column => (string?)column.Title), widths, OfficialFonts.Hei, new CantSplit(), new TableHeader()));
        foreach (var row in rows) table.Append(Row(row, widths, OfficialFonts.FangSong, new CantSplit()));
        return table;
    }

    private static TableBorders Borders() => new(
        Line(new TopBorder()), Line(new LeftBorder()), Line(new BottomBorder()), Line(new RightBorder()),
        Line(new InsideHorizontalBorder()), Line(new InsideVerticalBorder()));

    private static T Line<T>(T border) where T : BorderType
    {
        (border.Val, border.Size) = (BorderValues.Single, 4);
        return border;
    }

    private static WordRow Row(IEnumerable<string?> cells, List<int> widths, string font, params OpenXmlElement[] properties) => new(
    [
        new TableRowProperties(properties),
        .. cells.Select((text, index) => new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = widths[index].ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
            new Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                OfficialLayout.Run(text ?? "", font, Size)))),
    ]);
}
