using Campaign.EventStore;

namespace Campaign.Inspections.Imports;

/// <summary>One import as it can be taken back.</summary>
internal sealed record LedgerBatch : IAggregate<LedgerBatch, ILedgerBatchEvent>
{
    public static LedgerBatch Initial { get; } = new();

    public LedgerImported? Imported { get; init; }
    public LedgerImportWithdrawn? Withdrawn { get; init; }

    public LedgerBatch Evolve(ILedgerBatchEvent @event) => @event switch
    {
        LedgerImported e => this with { Imported = e },
        LedgerImportWithdrawn e => this with { Withdrawn = e },
    };

    public static StreamId<LedgerBatch> Stream(string street, Guid id) => new(street, id);
}
