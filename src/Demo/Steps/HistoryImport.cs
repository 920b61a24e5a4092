using Campaign.Demo.Api;
using Campaign.Demo.Input;
using Campaign.Demo.Output;

namespace Campaign.Demo.Steps;

/// <summary>A stream and how many facts the others will hear of it.</summary>
internal sealed record Source(Guid StreamId, int Facts);

/// <summary>The ledger of a month: all batches are tried before the first is taken.</summary>
internal sealed class HistoryImport(Caller office, Polling polling, string street)
{
    // Units, and what is changed of them, are registered in Tasks and reach Inspections a moment later.
    private static readonly string[] StillTravelling =
        ["unit-unknown", "date-before-joining", "date-after-leaving", "sheet-of-another-category"];

    private string Path => $"api/streets/{street}/history-imports";

    public async Task<IReadOnlyList<Source>> Run(MonthFile file)
    {
        var batches = ImportBatches.Of(file);
        foreach (var batch in batches) await polling.Until("责任单位传到检查服务", () => Try(batch));

        var rows = new List<Row>();
        foreach (var batch in batches)
        {
            rows.AddRange((await office.Post<Answer>($"{Path}?dryRun=false", batch)).Rows);
            Screen.Progress($"已导入 {rows.Count}／{batches.Sum(b => b.Rows)} 行");
        }
        int Count(string kind, string outcome) => rows.Count(row => row.Kind == kind && row.Outcome == outcome);
        Screen.Done($"检查 {file.Inspections?.Count ?? 0} 次（新增 {Count("Inspection", "New")}），"
            + $"案件 {file.Cases?.Count ?? 0} 件（新增 {Count("Case", "New")}，续办 {Count("Case", "Extended")}）");
        return [.. rows.Where(row => row.Facts > 0).Select(row => new Source(row.StreamId, row.Facts))];
    }

    /// <returns>Null while the only refusals may pass by themselves.</returns>
    private async Task<Answer?> Try(ImportBatch batch)
    {
        var answer = await office.Post<Answer>($"{Path}?dryRun=true", batch);
        var refused = answer.Rows.Where(row => row.Outcome == "Refused").ToList();
        if (refused.Count == 0) return answer;
        if (refused.TrueForAll(row => StillTravelling.Contains(row.Rule))) return null;

        var shown = refused.Where(row => !StillTravelling.Contains(row.Rule)).Take(10)
            .Select(row => $"\n  {row.Id} {row.Pointer}：{row.Detail}（{row.Rule}）");
        throw new DemoFailure($"台账有 {refused.Count} 行未通过，全部没有导入：{string.Concat(shown)}");
    }

    private sealed record Answer(IReadOnlyList<Row> Rows);

    private sealed record Row(
        string Kind, string Id, string Outcome, Guid StreamId, int Facts, string? Rule, string? Detail, string? Pointer);
}
