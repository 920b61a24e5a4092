using Campaign.Scoring.Visits;
using Campaign.ServiceDefaults;

namespace Campaign.Scoring.Scorecards;

/// <summary>The mean of the inspections, a line for each.</summary>
internal static class InspectionLines
{
    public const string Kind = "inspection";

    public static IEnumerable<ScoreLine> Of(IReadOnlyList<InspectionFact> scored) =>
        scored.Zip(Points.Shares([.. scored.Select(i => i.Score!.Value)]), (inspection, share) => new ScoreLine(
            Kind, share, $"{Wording.Day(inspection.Date)}{inspection.Kind}得分 {inspection.Score:F2}，占 1/{scored.Count}",
            inspection.Score, inspection.EventId, inspection.Id, At: ChinaTime.StartOf(inspection.Date)));
}
