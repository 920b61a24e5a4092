using System.Globalization;
using Campaign.EventStore;
using Campaign.Inspections.Findings;
using Campaign.Inspections.Inspections;

namespace Campaign.Inspections.Imports;

/// <summary>
/// A row has its stream wherever and how often it is imported. Where an import was taken back the row begins anew, in a stream of the
/// next <c>take</c>.
/// </summary>
internal static class LedgerIds
{
    public static StreamId<Finding> Finding(string street, string id, int take = 0) =>
        StreamId<Finding>.Named(street, Name(street, "ledger-case", id, take));

    public static StreamId<Inspection> Inspection(string street, string id, int take = 0) =>
        StreamId<Inspection>.Named(street, Name(street, "ledger-inspection", id, take));

    public static StreamId Of(string street, RowKind kind, string id, int take) => kind switch
    {
        RowKind.Case => Finding(street, id, take),
        RowKind.Inspection => Inspection(street, id, take),
    };

    private static string Name(string street, string kind, string id, int take) =>
        $"{street}|{kind}|{id}{(take == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"|{take}"))}";
}
