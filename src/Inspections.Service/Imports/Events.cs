namespace Campaign.Inspections.Imports;

// The stream of one import: what came with it, and whether it was taken back.

internal interface ILedgerBatchEvent;

/// <summary>导入台账: all rows that an import began or continued; what was here already is not among them.</summary>
internal sealed record LedgerImported(
    IReadOnlyList<ImportedRow> Cases, IReadOnlyList<ImportedRow> Inspections, DateTimeOffset At) : ILedgerBatchEvent;

/// <summary>撤回导入: nothing of it counts any longer.</summary>
internal sealed record LedgerImportWithdrawn(string Reason, DateTimeOffset At) : ILedgerBatchEvent;

/// <param name="Id">What the ledger calls the row.</param>
/// <param name="Before">Version of its stream before the import; 0: it began with it.</param>
/// <param name="After">Version of its stream after it.</param>
internal sealed record ImportedRow(string Id, Guid Stream, int Before, int After);
