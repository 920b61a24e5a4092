using System.Text.Json.Serialization;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Figures;
using Campaign.Scoring.Grades;
using Campaign.Scoring.Honours;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Scorecards.Primitives;

namespace Campaign.Scoring.Scorecards;

/// <summary>A subject's month: its score and the lines that add up to it.</summary>
/// <param name="Mean">Of the inspections, whatever the policy makes of it.</param>
/// <param name="Adjustments">Points by item, the mean of the inspections left out; empty without a score.</param>
/// <param name="Score">Null in a month that gives nothing to judge, above all one without a scored inspection.</param>
/// <param name="Vetoed">Out of the awards, still in the ranking.</param>
/// <param name="Rank">Null where nobody of the category has a score.</param>
/// <param name="Grade">Where the policy grades.</param>
/// <param name="Figures">By the code of the figure.</param>
/// <param name="Honours">Null where the month was closed before they were noted.</param>
internal sealed record Scorecard(
    string Subject, string Name, string Category, IReadOnlyList<decimal> InspectionScores,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Mean,
    IReadOnlyDictionary<string, decimal> Adjustments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Score,
    bool Vetoed, int? Rank, IReadOnlyList<ScoreLine> Lines, SubjectGrade? Grade = null,
    IReadOnlyDictionary<string, FigureValue>? Figures = null, SubjectHonours? Honours = null)
{
    public static Scorecard Of(Subject subject, MonthView month, IReadOnlyList<Measurement> items, SubjectHonours honours)
    {
        var scores = month.Inspections[subject.Code].Select(i => i.Score).OfType<decimal>().ToList();
        decimal? mean = scores.Count == 0 ? null : Points.Round(scores.Average());
        var card = new Scorecard(
            subject.Code, subject.Name, subject.Category, scores, mean, NoAdjustments, null, honours.Vetoes.Count > 0, null, [],
            Honours: honours);

        var judged = CrossCaps.Of([.. items.Select(item => item.Score(subject, month))]);
        if (MonthTotal.Of(judged) is not { } total) return card;
        var byItem = judged.Where(s => s.Item.Rule != Primitive.Mean).ToDictionary(s => s.Item.Id, PointsOf, StringComparer.Ordinal);
        return card with { Score = total.Score, Lines = total.Lines, Adjustments = byItem };
    }

    private static decimal PointsOf(ItemScore score) => score.Lines.Sum(l => l.Points);

    private static readonly IReadOnlyDictionary<string, decimal> NoAdjustments = new Dictionary<string, decimal>(StringComparer.Ordinal);
}

/// <summary>A part of a score and what made it.</summary>
/// <param name="Kind">
/// What was measured: <c>inspection</c>, <c>overdueCase</c> …; or <c>crossCap</c>, <c>scaling</c>, <c>rounding</c>, <c>limit</c>.
/// </param>
/// <param name="Score">The inspection's own score, of which <paramref name="Points"/> is its share.</param>
/// <param name="Text">The sentence people read.</param>
/// <param name="EventId">The event that made the line; none for what no event made.</param>
/// <param name="SourceStream">The inspection, finding, assignment, commendation or entry it belongs to.</param>
/// <param name="Item">The policy's item that gives or takes the points.</param>
internal sealed record ScoreLine(
    string Kind, decimal Points, string Text, decimal? Score = null, Guid? EventId = null, Guid? SourceStream = null,
    string? CaseNumber = null, DateTimeOffset? At = null, string? Item = null);
