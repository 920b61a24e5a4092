namespace Campaign.Documents;

/// <summary>
/// A sheet with a header. As it comes out of <see cref="Workbook"/> its header is the first row that holds anything;
/// <see cref="Under"/> finds the row that has the headings which are asked for.
/// </summary>
public sealed class Table
{
    private const int MostRowsAbove = 30;

    private readonly IReadOnlyList<SheetRow> lines;
    private readonly IReadOnlyList<Span> spans;
    private readonly Header header;

    private Table(string sheet, IReadOnlyList<SheetRow> lines, IReadOnlyList<Span> spans, Header header) =>
        (Sheet, this.lines, this.spans, this.header, Rows) =
            (sheet, lines, spans, header,
                [.. lines.SkipWhile(line => line.Number <= header.Number).Select(line => new TableRow(header, line))]);

    public string Sheet { get; }

    /// <summary>The headings; those that were asked for by the name under which they were asked for.</summary>
    public IReadOnlyList<string> Columns => [.. header.Names.OfType<string>()];

    /// <summary>Blank rows are left out; their numbers are the sheet's own.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <summary>Headings that nobody asked for, where they stand: what is below them is not read.</summary>
    public IReadOnlyList<Cell> Unread => [.. header.Unread];

    internal static Table Of(string sheet, IReadOnlyList<SheetRow> rows, IReadOnlyList<Span> spans)
    {
        IReadOnlyList<SheetRow> filled = [.. rows.Where(row => !IsBlank(row))];
        return new(sheet, filled, spans, Header.Plain(sheet, filled[0]));
    }

    /// <summary>Whether a row has all the headings that are required.</summary>
    public bool Has(Headings headings) =>
        headings.Required.Except(Best(headings).Names.OfType<string>(), StringComparer.Ordinal).FirstOrDefault() is null;

    /// <summary>The same sheet, with the row as its header that has most of these headings.</summary>
    /// <exception cref="WorkbookException"><c>column-missing</c> names the columns the sheet
    /// lacks, <c>column-twice</c> one it has twice.</exception>
    public Table Under(Headings headings)
    {
        var best = Best(headings);
        var missing = headings.Required.Except(best.Names.OfType<string>(), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new WorkbookException("column-missing", $"工作表“{Sheet}”缺少列：{string.Join("、", missing)}。");
        var twice = best.Known.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) throw new WorkbookException("column-twice", $"工作表“{Sheet}”的列“{twice.Key}”出现了两次。");
        return new(Sheet, lines, spans, best);
    }

    /// <inheritdoc cref="Under"/>
    public Table Require(params IReadOnlyList<string> columns) => Under(new(columns, []));

    /// <summary>Titles stand above; two rows are the header only where they say more than either.</summary>
    private Header Best(Headings headings)
    {
        var above = lines.Take(MostRowsAbove).ToList();
        return above.Select(line => Header.Of(Sheet, line, headings))
            .Concat(above.Zip(above.Skip(1), (upper, lower) => Header.OfTwo(Sheet, upper, lower, spans, headings)).OfType<Header>())
            .MaxBy(found => found.Known.Distinct(StringComparer.Ordinal).Count())!;
    }

    private static bool IsBlank(SheetRow row) => row.Values.All(value => new Cell("", value).IsBlank);
}

/// <summary>One row of a sheet; its cells by the names of the header.</summary>
public sealed class TableRow
{
    private readonly Header header;
    private readonly SheetRow line;

    internal TableRow(Header header, SheetRow line) => (this.header, this.line) = (header, line);

    public string Sheet => header.Sheet;

    /// <summary>Number of the row as the sheet shows it, from 1.</summary>
    public int Number => line.Number;

    /// <summary>Cells below headings that are read and have no value, though something stands in them: rule and sentence.</summary>
    public IReadOnlyList<(Cell Cell, string Rule, string Detail)> Faults =>
    [
        .. from place in header.Names.Index()
           where header.IsKnown(place.Index) && At(place.Index) is CellFault
           let fault = (CellFault)At(place.Index)!
           select (header.Cell(place.Index, line), fault.Rule, fault.Detail),
    ];

    /// <summary>The cell below a heading; blank when the sheet has no such column.</summary>
    public Cell this[string column] =>
        header.IndexOf(column) is var index and >= 0 ? header.Cell(index, line) : new Cell($"{header.Sheet}!{Number}", null);

    private object? At(int index) => index < line.Values.Length ? line.Values[index] : null;
}
