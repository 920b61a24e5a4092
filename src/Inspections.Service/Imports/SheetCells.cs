using Campaign.Documents;
using Campaign.Inspections.Kernel;
using Campaign.Inspections.Ledger;
using Campaign.ServiceDefaults;
using Campaign.Web;

namespace Campaign.Inspections.Imports;

/// <summary>The cells of one row, and what there is to say of them.</summary>
internal sealed class SheetCells(TableRow row)
{
    public List<RowRemark> Faults { get; } = [];

    public List<RowRemark> Questions { get; } = [];

    public string? Text(string column) => row[column].Text;

    public void Fault(string column, string rule, string detail) => Faults.Add(new(row[column].Address, rule, detail));

    public void Question(string column, string rule, string detail) => Questions.Add(new(row[column].Address, rule, detail));

    /// <summary>
    /// On the wall clock of China. A day alone is its beginning, but not before <paramref name="earlier"/> on the same day.
    /// </summary>
    public DateTimeOffset? Moment(string column, DateTimeOffset? earlier = null)
    {
        if (Clock(column) is not { } clock) return null;
        var at = new DateTimeOffset(clock, ChinaTime.Offset);
        return clock.TimeOfDay == TimeSpan.Zero && earlier > at && ChinaTime.DateOf(earlier.Value) == ChinaTime.DateOf(at) ? earlier : at;
    }

    /// <summary>A day alone ends at 24:00.</summary>
    public DateTimeOffset? Deadline(string column) => Clock(column) switch
    {
        null => null,
        { } day when row[column].IsDayAlone => ChinaTime.EndOf(DateOnly.FromDateTime(day)),
        { } clock => new DateTimeOffset(clock, ChinaTime.Offset),
    };

    /// <summary>
    /// The code that is meant. A number that is no code may be one whose zeros a sheet has dropped; then it is that one, and a question.
    /// </summary>
    public string? Code(string column, Func<string?, string?> resolve, IEnumerable<string> codes)
    {
        var cell = row[column];
        var written = cell.Text;
        var found = resolve(written);
        if (cell.Value is not double || found is null || codes.Contains(found, StringComparer.Ordinal)) return found;
        var meant = codes.Where(code => code.Length > found.Length && code.TrimStart('0') == found).Take(2).ToList();
        if (meant is not [var code]) return found;
        Question(column, "leading-zeros-assumed", $"单元格是数字 {written}，按编号 {code} 理解；请把编号列设为文本格式。");
        return code;
    }

    public double? Degrees(string column)
    {
        if (row[column] is { IsBlank: false, Number: null } cell) Faults.Add(new(cell.Address, "number-invalid", "不是数字。"));
        return (double?)row[column].Number;
    }

    public Severity? Severity()
    {
        var word = Text(SheetColumns.Severity);
        if (word is null) return null;
        foreach (var severity in Enum.GetValues<Severity>())
        {
            if (severity.Word() == word) return severity;
        }
        Fault(SheetColumns.Severity, "severity-unknown", "严重程度须为一般、较重或严重。");
        return null;
    }

    private DateTime? Clock(string column)
    {
        if (row[column] is { MomentFault: var (rule, detail) } cell) Faults.Add(new(cell.Address, rule, detail));
        return row[column].Moment is { } moment ? DateTime.SpecifyKind(moment, DateTimeKind.Unspecified) : null;
    }
}
