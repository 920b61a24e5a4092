namespace Campaign.Documents;

/// <summary>A sheet with a header.</summary>
public sealed record Table(string Sheet, IReadOnlyList<string> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <exception cref="WorkbookException"><c>column-missing</c>: names the columns the sheet lacks.</exception>
    public void Require(params IReadOnlyList<string> columns)
    {
        var missing = columns.Except(Columns, StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
            throw new WorkbookException("column-missing", $"工作表“{Sheet}”缺少列：{string.Join("、", missing)}。");
    }
}

/// <summary>One row of a sheet; its cells by the names of the header.</summary>
public sealed class TableRow
{
    private readonly string sheet;
    private readonly IReadOnlyList<string?> header;
    private readonly IReadOnlyList<object?> values;

    internal TableRow(string sheet, int number, IReadOnlyList<string?> header, IReadOnlyList<object?> values) =>
        (this.sheet, Number, this.header, this.values) = (sheet, number, header, values);

    /// <summary>Number of the row as the sheet shows it, from 1.</summary>
    public int Number { get; }

    /// <summary>The cell below a heading; blank when the sheet has no such column.</summary>
    public Cell this[string column]
    {
        get
        {
            for (var index = 0; index < header.Count; index++)
            {
                if (header[index] == column)
                    return new Cell($"{sheet}!{Letters(index)}{Number}", index < values.Count ? values[index] : null);
            }
            return new Cell($"{sheet}!{Number}", null);
        }
    }

    internal static string Letters(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : Letters((index / 26) - 1) + (char)('A' + (index % 26));
}
