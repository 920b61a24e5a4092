using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;

namespace Campaign.Scoring.Grades;

/// <summary>How scores become grades, and several of them one.</summary>
internal static class GradeRules
{
    public static string? NameOf(this Grading grading, decimal? score) =>
        score is { } known ? grading.Bands.OrderByDescending(b => b.From).First(b => b.From <= known).Name : null;

    /// <returns>The grade and the mean of the scores; nothing where no score is known.</returns>
    public static (string? Grade, decimal? Mean) Sum(this Grading grading, GradeBy by, IEnumerable<decimal?> scores)
    {
        var known = scores.OfType<decimal>().ToList();
        if (known.Count == 0) return (null, null);
        var mean = Points.Round(known.Average());
        var decisive = by switch
        {
            GradeBy.Mean => mean,
            GradeBy.Worst => known.Min(),
            GradeBy.Majority => known.GroupBy(score => grading.NameOf(score), StringComparer.Ordinal)
                .OrderByDescending(grade => grade.Count()).ThenBy(grade => grade.Min()).First().Min(),
        };
        return (grading.NameOf(decisive), mean);
    }
}
