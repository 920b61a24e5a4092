namespace Campaign.Scoring.Inspections;

/// <summary>A confirmed inspection as the month's figures use it; a row of <c>inspections</c>.</summary>
/// <param name="Version">Of the inspection's stream; the newest counts.</param>
/// <param name="Date">Local date of the visit: it decides the month, whenever the fact arrives.</param>
/// <param name="Score">Null when no item was applicable: no score, yet the subject was visited.</param>
internal sealed record InspectionFact(Guid Id, long Version, Guid EventId, string Subject, string Kind, DateOnly Date, decimal? Score)
{
    private const string SelfCheck = "自查";

    /// <summary>Nobody scores himself.</summary>
    public bool Counts => Kind != SelfCheck;
}
