using Campaign.EventStore;
using Campaign.Inspections.Reference;
using Campaign.Inspections.ScoreSheets;

namespace Campaign.Inspections.Imports;

/// <summary>What a row is judged against, read once for all rows of a request.</summary>
/// <param name="Cases">
/// Streams of the findings a row may be merged into, by what the ledger calls them: those here already and those of the same request.
/// </param>
internal sealed record LedgerContext(
    string Street, DateTimeOffset Now, IReadOnlyDictionary<string, KnownUnit> Units, IReadOnlySet<string> Categories,
    IReadOnlyDictionary<(string Code, int? Version), SheetVersion> Sheets, IReadOnlyDictionary<string, Guid> Cases, EventTypes Types)
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public DateTimeOffset LatestTime => Now + ClockTolerance;
}
