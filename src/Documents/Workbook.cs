namespace Campaign.Documents;

/// <summary>Reads .xlsx workbooks as tables. Reading is bounded by what is in the file, not by what the file says of itself.</summary>
public static class Workbook
{
    /// <param name="content">The file; left open. Must be seekable.</param>
    /// <returns>One table for each sheet that people see and that holds something.</returns>
    /// <exception cref="WorkbookException">
    /// <c>workbook-unreadable</c>, <c>workbook-strict</c>, <c>workbook-too-large</c> or <c>character-invalid</c>.
    /// </exception>
    public static IReadOnlyList<Table> Read(Stream content, CancellationToken cancellation = default) => Read(content, new(), cancellation);

    /// <inheritdoc cref="Read(Stream, CancellationToken)"/>
    internal static IReadOnlyList<Table> Read(Stream content, WorkbookLimits limits, CancellationToken cancellation)
    {
        var place = "";
        try
        {
            return [.. Tables(content, new(limits, cancellation), at => place = at)];
        }
        // Whatever a file of unknown origin makes the parsers throw, it is the file's fault.
        catch (Exception e) when (e is not (WorkbookException or OperationCanceledException or OutOfMemoryException))
        {
            throw new WorkbookException("workbook-unreadable", $"文件不是可读的 .xlsx 工作簿。{place}", e);
        }
    }

    private static IEnumerable<Table> Tables(Stream content, WorkbookBudget budget, Action<string> goTo)
    {
        using var parts = new WorkbookParts(content, budget);
        var cells = new CellReader(parts, budget);
        foreach (var sheet in parts.Sheets.Where(sheet => !sheet.IsHidden))
        {
            var reader = new SheetReader(sheet, parts, cells, budget);
            goTo($"读到工作表“{sheet.Name}”时出错。");
            var rows = Rows(reader, row => goTo($"读到工作表“{sheet.Name}”第 {row} 行时出错。"));
            if (rows.FirstOrDefault(row => row.Values.Any(IsThere)) is not null) yield return Table.Of(sheet.Name, rows, reader.Spans);
        }
    }

    private static IReadOnlyList<SheetRow> Rows(SheetReader reader, Action<int> failedAt)
    {
        try
        {
            return reader.Rows();
        }
        catch
        {
            failedAt(reader.At);
            throw;
        }
    }

    private static bool IsThere(object? value) => value is string text ? !string.IsNullOrWhiteSpace(text) : value is not null;
}
