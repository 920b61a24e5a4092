using Campaign.EventStore;

namespace Campaign.Inspections.Ledger;

internal static class LedgerRules
{
    public static readonly Refusal SortUnknown = new(
        "sort-unknown", "只能按 caseNumber、recordedAt、due、severity 排序，前加“-”为倒序。", RefusalKind.Invalid, "/sort");
    public static readonly Refusal ExportTooLarge = new(
        "export-too-large", $"符合条件的案件超过 {LedgerExport.MaxRows} 件，请缩小范围后再导出。", RefusalKind.Invalid);
}
