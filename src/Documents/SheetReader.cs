using System.Globalization;
using System.Xml;

namespace Campaign.Documents;

/// <summary>A row that holds something. Its values end with the last that is not null.</summary>
/// <param name="Number">As the sheet shows it, from 1.</param>
internal sealed record SheetRow(int Number, object?[] Values);

/// <summary>Columns, counted from 0, that are one cell in the row where they begin.</summary>
internal sealed record Span(int Row, int First, int Last);

/// <summary>Reads one sheet forward. What is not there costs nothing, whatever the address of the next cell.</summary>
internal sealed class SheetReader(SheetPart sheet, WorkbookParts parts, CellReader cells, WorkbookBudget budget)
{
    private const int LastRow = 1_048_576;

    private static readonly Comparer<SheetRow> ByNumber = Comparer<SheetRow>.Create((a, b) => a.Number.CompareTo(b.Number));

    private readonly List<SheetRow> rows = [];
    private readonly List<object?> values = [];
    private readonly List<Span> spans = [];

    /// <summary>Where the reader is; what people are told where it fails.</summary>
    public int At { get; private set; }

    /// <summary>Merged areas of more than one column, once the rows are read.</summary>
    public IReadOnlyList<Span> Spans => spans;

    /// <exception cref="WorkbookException">It is too large, or a cell holds what cannot be kept.</exception>
    public IReadOnlyList<SheetRow> Rows()
    {
        using var xml = parts.Open(sheet.Part);
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName is "row") Row(xml);
            else if (xml.LocalName is "mergeCell") Merge(xml.GetAttribute("ref"));
        }

        return rows;
    }

    private void Row(XmlReader xml)
    {
        var number = xml.GetAttribute("r") is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : At + 1;
        if (number <= At || number > LastRow) throw new InvalidDataException("Rows are not in order.");
        At = number;
        if (xml.IsEmptyElement) return;
        values.Clear();
        var (depth, column) = (xml.Depth, -1);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            budget.Cell();
            column = xml.GetAttribute("r") is { } address ? CellAddress.Column(address) : column + 1;
            if (cells.Read(xml) is { } value) Put(column, value);
        }

        if (values.Count == 0) return;
        budget.Row();
        rows.Add(new(number, [.. values]));
    }

    private void Put(int column, object value)
    {
        if (column >= budget.Columns)
        {
            throw WorkbookBudget.TooLarge(
                $"工作表“{sheet.Name}”的单元格 {CellAddress.Of(column, At)} 超出前 {budget.Columns} 列，请删去后重新上传。");
        }

        if (value is string text && !WellFormedText.Is(text))
        {
            throw new WorkbookException(
                "character-invalid",
                $"工作表“{sheet.Name}”单元格 {CellAddress.Of(column, At)} 含有不能保存的字符（U+0000 或半个字符），请删去后重新上传。");
        }

        Pad(column - values.Count);
        if (column < values.Count) values[column] = value;
        else values.Add(value);
    }

    private void Pad(int missing)
    {
        for (; missing > 0; missing--)
        {
            budget.Cell();
            values.Add(null);
        }
    }

    /// <summary>The value of a merged area stands in its first cell; it is that of all rows that the area covers.</summary>
    private void Merge(string? area)
    {
        budget.Merged();
        if (area?.Split(':') is not [var first, var last]) throw new InvalidDataException("A merged area has no address.");
        var (column, from, to) = (CellAddress.Column(first), CellAddress.Row(first), CellAddress.Row(last));
        if (CellAddress.Column(last) is var end && end > column) spans.Add(new(from, column, end));
        var at = rows.BinarySearch(new(from, []), ByNumber);
        if (at < 0 || column >= rows[at].Values.Length || rows[at].Values[column] is not { } value) return;
        for (var i = at + 1; i < rows.Count && rows[i].Number <= to; i++)
        {
            budget.Cell();
            rows[i] = With(rows[i], column, value);
        }
    }

    private SheetRow With(SheetRow row, int column, object value)
    {
        values.Clear();
        values.AddRange(row.Values);
        Pad(column + 1 - values.Count);
        values[column] ??= value;
        return row with { Values = [.. values] };
    }
}
