using System.Text.Json.Serialization;
using Campaign.Scoring.Facts;
using Campaign.Scoring.Kernel;

namespace Campaign.Scoring.Scorecards;

/// <summary>What the rates of a month are made of.</summary>
/// <param name="Cases">Recorded in the month.</param>
/// <param name="Due">Whose last deadline fell in the month.</param>
/// <param name="OnTime">Of those due: struck off by that deadline.</param>
/// <param name="Rounds">Opened in the month, by a recording or a relapse.</param>
/// <param name="Relapses">Of those rounds: opened by a relapse.</param>
/// <param name="Reworked">Of those due: rejected at least once.</param>
/// <param name="SameDay">Of those recorded: routed on the local date of recording.</param>
internal sealed record MonthCounts(int Cases, int Due, int OnTime, int Rounds, int Relapses, int Reworked, int SameDay)
{
    public static MonthCounts Of(MonthView view)
    {
        var recorded = view.Findings.Where(c => c.Recorded is { } fact && view.Month.Contains(fact.At)).ToList();
        var relapses = view.Findings.Sum(c => c.Relapses.Count(fact => view.Month.Contains(fact.At)));
        return new(
            recorded.Count, view.Due.Count, view.Due.Count(d => d.Deadline.OnTime), recorded.Count + relapses, relapses,
            view.Due.Count(d => d.Reworked), recorded.Count(c => c.RoutedOnDayOfRecording));
    }
}

/// <summary>Percentages with two decimals; null where there is nothing to divide by.</summary>
internal sealed record MonthRates(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? SameDayRouting,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? OnTimeStrikeOff,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Relapse,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] decimal? Rework)
{
    public static MonthRates Of(MonthCounts counts) => new(
        Points.Percent(counts.SameDay, counts.Cases), Points.Percent(counts.OnTime, counts.Due),
        Points.Percent(counts.Relapses, counts.Rounds), Points.Percent(counts.Reworked, counts.Due));
}
