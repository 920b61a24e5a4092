using Campaign.EventStore;

namespace Campaign.Inspections.Imports;

/// <summary>A row has its stream wherever and how often it is imported.</summary>
internal static class LedgerIds
{
    public static StreamId Finding(string street, string id) => Of(street, "ledger-case", id);

    public static StreamId Inspection(string street, string id) => Of(street, "ledger-inspection", id);

    private static StreamId Of(string street, string kind, string id) =>
        new(street, DeterministicGuid.From(Guid.Empty, $"{street}|{kind}|{id}"));
}
