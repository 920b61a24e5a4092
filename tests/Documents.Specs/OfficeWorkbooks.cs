using Campaign.Testing;

namespace Campaign.Documents.Specs;

/// <summary>Workbooks as offices make them. The files in <c>Cases</c> came from such.</summary>
internal static class OfficeWorkbooks
{
    public static readonly Headings Ledger = new(["编号", "登记时间", "类别"], ["社区", "地址", "责任单位", "销号时间", "期限", "备注"])
    {
        Also = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["责任单位"] = ["责任部门"] },
    };

    public static IReadOnlyList<Table> Book(TinyWorkbook book)
    {
        using var file = book.File();
        return Workbook.Read(file);
    }

    public static IReadOnlyList<Table> Case(string name)
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Cases", $"{name}.xlsx"));
        return Workbook.Read(file);
    }
}
