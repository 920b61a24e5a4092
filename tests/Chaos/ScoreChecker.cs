using System.Text.Json;
using Dapper;

namespace Campaign.Chaos;

/// <summary>Computes every unit's score of the month anew from the events, and compares it and its lines with what is shown.</summary>
internal sealed class ScoreChecker(Inside inside, Street street)
{
    public async Task<int> Judge()
    {
        await using var connection = inside.Open("inspections");
        var scores = (await connection.QueryAsync<(string Unit, decimal Score)>(
            "SELECT data ->> 'subject', (data ->> 'score')::numeric FROM mt_events WHERE type = 'inspection_confirmed'"))
                .ToLookup(row => row.Unit, row => row.Score, StringComparer.Ordinal);
        var rejections = (
            await connection.QueryAsync<string>("SELECT data ->> 'unit' FROM mt_events WHERE type = 'rectification_rejected'"))
            .CountBy(unit => unit).ToDictionary(StringComparer.Ordinal);
        var report = await street.Office.Get<JsonElement>($"{Street.Path}/months/{street.Month}");
        var said = report.GetProperty("results").EnumerateArray().ToDictionary(
            row => row.GetProperty("subject").GetString()!, row => row.GetProperty("score"), StringComparer.Ordinal);
        var mismatches = 0;
        foreach (var unit in Street.Units)
        {
            var expected = Score([.. scores[unit]], rejections.GetValueOrDefault(unit));
            var actual = said[unit].ValueKind is JsonValueKind.Null ? null : (decimal?)said[unit].GetDecimal();
            var differs = Checker.Differs($"{unit} 得分 {actual}，应为 {expected}", actual == expected ? 0 : 1)
                + await UnlikeTheLines(unit, expected, [.. scores[unit].Order()]);
            mismatches += Math.Min(1, differs);
        }
        return mismatches;
    }

    /// <summary>What people dispute is a line, not the sum: the lines add up to the score, and every inspection has its own.</summary>
    private async Task<int> UnlikeTheLines(string unit, decimal? score, IReadOnlyList<decimal> inspections)
    {
        var lines = (await street.Office.Get<Card>($"{Street.Path}/scorecards/{unit}/{street.Month}")).Lines;
        var ofInspections = lines.Where(line => line.Kind == "inspection").Select(line => line.Score ?? 0).Order().ToList();
        var sum = lines.Sum(line => line.Points);
        return Checker.Differs($"{unit} 明细合计 {sum}，应为 {score}", sum == (score ?? 0) ? 0 : 1)
            + Checker.Differs($"{unit} 明细中的检查得分与事件不符", ofInspections.SequenceEqual(inspections) ? 0 : 1);
    }

    private static decimal? Score(IReadOnlyList<decimal> scores, int rejections) => scores.Count == 0
        ? null
        : Math.Clamp(
            Math.Round(scores.Average() + Math.Max(-Street.AtMost, rejections * Street.ForRejection), 2, MidpointRounding.AwayFromZero), 0,
            100);

    private sealed record Card(IReadOnlyList<Line> Lines);

    private sealed record Line(string Kind, decimal Points, decimal? Score);
}
