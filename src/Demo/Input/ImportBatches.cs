using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaign.Demo.Input;

/// <summary>The body of POST …/history-imports.</summary>
internal sealed record ImportBatch(IReadOnlyList<JsonElement> Inspections, IReadOnlyList<JsonElement> Cases)
{
    [JsonIgnore]
    public int Rows => Inspections.Count + Cases.Count;
}

/// <summary>Case numbers are given in the order of arrival, so cases go in the order in which they were recorded.</summary>
internal static class ImportBatches
{
    public const int MaxRows = 500;
    public const int MaxBytes = 2 * 1024 * 1024;

    public static IReadOnlyList<ImportBatch> Of(MonthFile file)
    {
        var inspections = (file.Inspections ?? []).OrderBy(Rows.DateOf).ThenBy(Rows.Id, StringComparer.Ordinal);
        var cases = (file.Cases ?? []).OrderBy(Rows.RecordedAt).ThenBy(Rows.Id, StringComparer.Ordinal);
        return
        [
            .. Split(inspections).Select(rows => new ImportBatch(rows, [])),
            .. Split(cases).Select(rows => new ImportBatch([], rows)),
        ];
    }

    private static IEnumerable<IReadOnlyList<JsonElement>> Split(IEnumerable<JsonElement> rows)
    {
        var batch = new List<JsonElement>();
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = Encoding.UTF8.GetByteCount(row.GetRawText());
            if (batch.Count == MaxRows || (batch.Count > 0 && bytes + size > MaxBytes))
            {
                yield return batch;
                (batch, bytes) = ([], 0);
            }
            batch.Add(row);
            bytes += size;
        }
        if (batch.Count > 0) yield return batch;
    }
}
