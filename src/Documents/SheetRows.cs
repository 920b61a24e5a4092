namespace Campaign.Documents;

/// <summary>All sheets of a workbook that have the headings which are asked for, one below the other.</summary>
/// <param name="Remarks">Headings and sheets that were not read.</param>
public sealed record SheetRows(IReadOnlyList<TableRow> Rows, IReadOnlyList<WorkbookRemark> Remarks)
{
    /// <param name="tables">At least one.</param>
    /// <exception cref="WorkbookException"><c>column-missing</c> where no sheet has them: what the first one lacks.</exception>
    public static SheetRows Of(IReadOnlyList<Table> tables, Headings headings)
    {
        var suitable = tables.Where(table => table.Has(headings)).DefaultIfEmpty(tables[0]);
        IReadOnlyList<Table> read = [.. suitable.Select(table => table.Under(headings))];
        return new([.. read.SelectMany(table => table.Rows)], NotRead.Of(tables, read));
    }
}
