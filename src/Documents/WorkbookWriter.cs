using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Campaign.Documents;

/// <summary>
/// Writes an .xlsx forward only: a row is on its way to the stream as soon as it is given, so that memory does not grow with the number
/// of rows. Sheets first to last, rows top to bottom; <see cref="Dispose"/> finishes the file and leaves the stream open.
/// </summary>
/// <param name="output">A file or memory. Only written to; need not be seekable. Left open.</param>
public sealed class WorkbookWriter(Stream output) : IDisposable
{
    private static readonly SpreadCheetahOptions Options = new()
    {
        DefaultFont = WorkbookStyles.Font,
        PreserveStringWhitespace = true,
    };

    private readonly ImmediateStream target = new(output);
    private Spreadsheet? book;
    private WorkbookStyles? styles;
    private int sheets;

    /// <summary>Begins a sheet with its header, which stays in sight when the rows are scrolled.</summary>
    public void Sheet(string name, params IReadOnlyList<Column> columns)
    {
        book ??= Now(Spreadsheet.CreateNewAsync(target, Options));
        styles ??= new WorkbookStyles(book);
        var sheet = new WorksheetOptions { FrozenRows = 1 };
        foreach (var (index, column) in columns.Index()) sheet.Column(index + 1).Width = column.Width;
        Now(book.StartWorksheetAsync(SheetName(name, sheets++), sheet));
        Now(book.AddRowAsync(columns.Select(column => styles.Header(column.Title)).ToArray()));
    }

    /// <summary>
    /// One row below the last: texts, whole and decimal numbers, days, moments (shown in
    /// China's time), yes or no; null leaves a cell empty.
    /// </summary>
    public void Row(params IReadOnlyList<object?> values)
    {
        if (book is null || styles is null) throw new InvalidOperationException("A row needs a sheet.");
        var cells = new StyledCell[values.Count];
        for (var index = 0; index < cells.Length; index++) cells[index] = styles.Cell(values[index]);
        Now(book.AddRowAsync(cells));
    }

    /// <summary>Without the characters and the length that a sheet's name may not have.</summary>
    private static string SheetName(string name, int index)
    {
        const int longest = 31;
        var allowed = string.Concat(name.Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal)));
        if (allowed.Length == 0) return $"表{index + 1}";
        return allowed.Length > longest ? allowed[..longest] : allowed;
    }

    public void Dispose()
    {
        if (book is null) return;
        Now(book.FinishAsync());
        book.Dispose();
        target.Dispose();
    }

    /// <summary>
    /// The library only knows calls that may wait. Onto a stream that never makes them wait they are done when they return.
    /// </summary>
    private static void Now(ValueTask call)
    {
        if (!call.IsCompleted) throw new InvalidOperationException("A workbook is written without waiting.");
        call.GetAwaiter().GetResult();
    }

    private static T Now<T>(ValueTask<T> call)
    {
        if (!call.IsCompleted) throw new InvalidOperationException("A workbook is written without waiting.");
        return call.GetAwaiter().GetResult();
    }
}

/// <param name="Width">In characters of the standard font; a Chinese character takes two.</param>
public sealed record Column(string Title, double Width = 16);
