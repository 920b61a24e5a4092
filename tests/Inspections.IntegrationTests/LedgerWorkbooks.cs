using System.Net.Http.Headers;
using System.Text.Json;
using Campaign.Documents;
using Campaign.Web;

namespace Campaign.Inspections.IntegrationTests;

/// <summary>Old ledgers as workbooks, made and sent.</summary>
internal static class LedgerWorkbooks
{
    public static readonly string[] Headings =
        ["编号", "登记时间", "类别", "社区", "地址", "经度", "纬度", "问题描述", "严重程度", "责任单位", "交办时间", "期限", "整改时间", "复核时间", "复核结果", "销号时间", "备注"];

    public static object?[] Row(
        string id, string recorded, string? due, string? reported = null, string? result = null, string? struckOff = null) =>
    [
        id, recorded, "0110", null, "人民路1号", null, null, "垃圾外溢", null, $"单位{TestStreet.Unit}", due is null ? null : "2024-09-02 10:00", due,
        reported, result is null ? null : reported, result, struckOff, null,
    ];

    public static Task<HttpResponseMessage> Import(TestStreet street, bool dryRun, params object?[][] rows) =>
        Import(street, dryRun, Headings, rows);

    public static async Task<HttpResponseMessage> Import(TestStreet street, bool dryRun, string[] headings, params object?[][] rows)
    {
        await using var file = new MemoryStream();
        using (var book = new WorkbookWriter(file))
        {
            book.Sheet("台账", [.. headings.Select(heading => new Column(heading))]);
            foreach (var row in rows) book.Row(row);
        }
        return await Send(street, file.ToArray(), dryRun);
    }

    public static async Task<HttpResponseMessage> Send(TestStreet street, byte[] file, bool dryRun)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(Downloads.XlsxType) } };
        return await street.Office.PostAsync(street.Path($"history-imports/workbook?dryRun={(dryRun ? "true" : "false")}"), content);
    }

    public static string Outcomes(JsonElement answer) =>
        string.Join(' ', answer.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("outcome").GetString()));
}
