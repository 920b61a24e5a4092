namespace Campaign.Scoring.Inspections;

/// <summary>A confirmed inspection as the month's figures use it; a row of <c>inspections</c>.</summary>
/// <param name="Version">Of the inspection's stream; the newest counts.</param>
/// <param name="Date">Local date of the inspection: it decides the month, whenever the fact arrives.</param>
/// <param name="Reference">Orders the inspections of one day as the ledger did that they were taken over from.</param>
/// <param name="Score">Null when no item was applicable: no score, yet the subject was inspected.</param>
internal sealed record InspectionFact(
    Guid Id, long Version, Guid EventId, string Subject, string Kind, DateOnly Date, decimal? Score, string? Reference)
{
    public static InspectionFact Of(Guid id, Guid eventId, InspectionScored e) =>
        new(id, e.SourceVersion, eventId, e.Subject, e.Kind, e.Date, e.Score, e.Reference);

    private const string SelfCheck = "自查";

    public bool Counts => KindCounts(Kind);

    /// <summary>Nobody scores himself.</summary>
    public static bool KindCounts(string kind) => kind != SelfCheck;
}
