using Campaign.EventStore;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Imports;

/// <summary>What a row is judged against, read once for all rows of a request.</summary>
/// <param name="Cases">Streams of the cases a row may be merged into: those here already and those of the same request.</param>
internal sealed record LedgerContext(
    string Street, DateTimeOffset Now, IReadOnlySet<string> Units, IReadOnlySet<string> Categories,
    IReadOnlyDictionary<(string Code, int? Version), SheetVersion> Sheets, IReadOnlySet<Guid> Cases, EventTypes Types)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public DateTimeOffset LatestTime => Now + ClockTolerance;
}

/// <summary>A row has its stream wherever and how often it is imported.</summary>
internal static class LedgerIds
{
    public static StreamId Case(string street, string id) => Of(street, "ledger-case", id);

    public static StreamId Inspection(string street, string id) => Of(street, "ledger-inspection", id);

    private static StreamId Of(string street, string kind, string id) => new(street, DeterministicGuid.From(Guid.Empty, $"{street}|{kind}|{id}"));
}
