using System.Text.Json.Serialization;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Subjects;
using Campaign.Scoring.Visits;

namespace Campaign.Scoring.Scorecards;

/// <summary>A subject's month: its score and the lines that add up to it.</summary>
/// <param name="Adjustments">Points by kind of adjustment, caps applied; empty without a score.</param>
/// <param name="Score">Null in a month without a scored inspection.</param>
/// <param name="Figures">By the code of the figure.</param>
/// <param name="Vetoed">Out of the awards, still in the ranking.</param>
internal sealed record Scorecard(
    string Subject, string Name, string Category, IReadOnlyList<decimal> InspectionScores,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Mean,
    IReadOnlyDictionary<string, decimal> Adjustments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score,
    bool Vetoed, int Rank, IReadOnlyList<ScoreLine> Lines,
    IReadOnlyDictionary<string, FigureValue>? Figures = null)
{
    public static Scorecard Of(
        Subject subject, IReadOnlyList<InspectionFact> inspections, IReadOnlyList<OccurrencesOfKind> adjustments, bool vetoed)
    {
        var scored = inspections.Where(i => i.Score is not null).ToList();
        var scores = scored.Select(i => i.Score!.Value).ToList();
        if (scores.Count == 0) return new(subject.Code, subject.Name, subject.Category, [], null, NoAdjustments, null, vetoed, 0, []);

        var adjusted = adjustments.Select(a => (a.Adjustment.Kind, Lines: AdjustmentLines.Of(a.Adjustment, a.BySubject[subject.Code]))).ToList();
        ScoreLine[] lines = [.. InspectionLines.Of(scored), .. adjusted.SelectMany(a => a.Lines)];
        var byKind = adjusted.ToDictionary(a => a.Kind, a => a.Lines.Sum(l => l.Points), StringComparer.Ordinal);
        var (score, closing) = ClosingLines.Of(scores.Average() + byKind.Values.Sum(), lines.Sum(l => l.Points));
        return new(
            subject.Code, subject.Name, subject.Category, scores, Points.Round(scores.Average()), byKind, score, vetoed, 0, [.. lines, .. closing]);
    }

    private static readonly IReadOnlyDictionary<string, decimal> NoAdjustments = new Dictionary<string, decimal>(StringComparer.Ordinal);
}

/// <summary>A part of a score and what made it.</summary>
/// <param name="Kind"><c>inspection</c>, a kind of adjustment, <c>rounding</c> or <c>limit</c>.</param>
/// <param name="Score">The inspection's own score, of which <paramref name="Points"/> is its share.</param>
/// <param name="Text">The sentence people read.</param>
/// <param name="EventId">The event that made the line; none for rounding and limit.</param>
/// <param name="SourceStream">The inspection, case or commendation it belongs to.</param>
internal sealed record ScoreLine(
    string Kind, decimal Points, string Text, decimal? Score = null, Guid? EventId = null, Guid? SourceStream = null,
    string? CaseNumber = null, DateTimeOffset? At = null);
