namespace Campaign.Documents;

/// <summary>What a reader has to say of a workbook beside its rows.</summary>
/// <param name="Address">Cell or sheet, as people find it.</param>
/// <param name="Rule"><c>heading-not-read</c> or <c>sheet-not-read</c>.</param>
public sealed record WorkbookRemark(string Address, string Rule, string Detail);

/// <summary>Nothing of a workbook is passed over without a word.</summary>
public static class NotRead
{
    /// <param name="all">The tables of the workbook.</param>
    /// <param name="read">Those of them that were read, under the headings that were asked for.</param>
    public static IReadOnlyList<WorkbookRemark> Of(IReadOnlyList<Table> all, params IReadOnlyList<Table> read) =>
    [
        .. from table in read
           from heading in table.Unread
           select new WorkbookRemark(heading.Address, "heading-not-read", $"没有读取“{heading.Text}”这一列，请核对表头的写法。"),
        .. from table in all
           where read.All(other => other.Sheet != table.Sheet)
           select new WorkbookRemark(table.Sheet, "sheet-not-read", $"没有读取工作表“{table.Sheet}”：没有找到所需的表头。如需导入，请补齐表头后重新上传。"),
    ];
}
