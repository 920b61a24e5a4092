using System.Globalization;
using System.Text.Json;
using Campaign.Scoring.Months;

namespace Campaign.Scoring.Specs;

/// <summary>A whole month of a street with every figure it must come to.</summary>
public sealed class MonthFileSpecs
{
    private static readonly MonthScoring Computed = MonthOfFile.Compute(MonthOfFile.Facts);
    private static readonly JsonElement Expected = MonthOfFile.File.Expected;

    [Fact]
    public void Every_subject_has_its_scores_lines_and_rank()
    {
        var rows = Expected.GetProperty("results").EnumerateArray().ToList();
        Computed.Scorecards.Select(c => c.Subject).ShouldBe(rows.Select(r => r.GetProperty("subject").GetString()));
        foreach (var (card, row) in Computed.Scorecards.Zip(rows))
        {
            card.Score.ShouldBe(Number(row, "score"), card.Subject);
            card.Mean.ShouldBe(Number(row, "mean"), card.Subject);
            card.Rank.ShouldBe(row.GetProperty("rank").GetInt32(), card.Subject);
            card.Category.ShouldBe(row.GetProperty("category").GetString(), card.Subject);
            card.Adjustments.OrderBy(a => a.Key, StringComparer.Ordinal).ShouldBe(Numbers(row.GetProperty("lines")), card.Subject);
            card.InspectionScores.ShouldBe(row.TryGetProperty("inspectionScores", out var scores) ? scores.EnumerateArray().Select(Number) : [], card.Subject);
            card.Vetoed.ShouldBe(row.TryGetProperty("vetoed", out var vetoed) && vetoed.GetBoolean(), card.Subject);
        }
    }

    [Fact]
    public void Weeks_without_an_inspection_are_named() =>
        JsonSerializer.Serialize(Computed.MissingWeeks).ShouldBe(JsonSerializer.Serialize(Expected.GetProperty("missingWeeks")));

    [Fact]
    public void Counts_and_rates_come_out()
    {
        Computed.Counts.ShouldBe(Expected.GetProperty("counts").Deserialize<MonthCounts>(JsonSerializerOptions.Web));
        var rates = Numbers(Expected.GetProperty("rates")).ToDictionary(r => r.Key, r => (decimal?)r.Value, StringComparer.Ordinal);
        MonthRates.Of(Computed.Counts).ShouldBe(new MonthRates(rates["sameDayRouting"], rates["onTimeStrikeOff"], rates["relapse"], rates["rework"]));
    }

    private static IEnumerable<KeyValuePair<string, decimal>> Numbers(JsonElement map) =>
        map.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Number(p.Value))).OrderBy(p => p.Key, StringComparer.Ordinal);

    private static decimal? Number(JsonElement row, string name) => row.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? Number(text) : null;

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
