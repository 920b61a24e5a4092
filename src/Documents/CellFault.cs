namespace Campaign.Documents;

/// <summary>
/// Why a cell has no value although something stands in it. Read as a value it ends the reading; see <see cref="TableRow.Faults"/>.
/// </summary>
/// <param name="Rule"><c>cell-error</c>, <c>formula-not-computed</c> or <c>number-invalid</c>.</param>
/// <param name="Detail">What people are told, without the place.</param>
internal sealed record CellFault(string Rule, string Detail)
{
    public static readonly CellFault NotComputed = new(
        "formula-not-computed", "单元格的公式没有计算结果，请用 Excel 打开、保存后重新上传，或改填数值。");

    public static readonly CellFault TooLong = new(
        "number-invalid", "单元格是超过 15 位的数字，Excel 已丢失末尾的数字。请把单元格设为文本格式后重新填写。");

    public static readonly CellFault NoNumber = new("number-invalid", "单元格的数字无法读取，请重新填写。");

    public static CellFault Error(string code) => new("cell-error", $"单元格是错误值（{code}），请改正后重新上传。");
}
