using System.Globalization;
using System.Text.Json;
using Campaign.Scoring.Months;
using Campaign.Scoring.Scorecards;

namespace Campaign.Scoring.Specs;

/// <summary>Whole months with every figure they must come to: one of a street, and two by hand on the edges.</summary>
public sealed class MonthFileSpecs
{
    public static readonly TheoryData<string> Files = new("month-2024-09.json", "month-rounding-and-caps.json", "month-of-items.json");

    [Theory, MemberData(nameof(Files))]
    public void Every_subject_has_its_scores_lines_and_rank(string name)
    {
        var file = new MonthOfFile(name);
        var computed = file.Compute();
        var rows = file.Expected.GetProperty("results").EnumerateArray().ToList();
        computed.Scorecards.Select(c => c.Subject).ShouldBe(rows.Select(r => r.GetProperty("subject").GetString()));
        foreach (var (card, row) in computed.Scorecards.Zip(rows))
        {
            card.Score.ShouldBe(Number(row, "score"), card.Subject);
            card.Mean.ShouldBe(Number(row, "mean"), card.Subject);
            card.Rank.ShouldBe(row.GetProperty("rank").GetInt32(), card.Subject);
            card.Category.ShouldBe(row.GetProperty("category").GetString(), card.Subject);
            card.Adjustments.OrderBy(a => a.Key, StringComparer.Ordinal).ShouldBe(Numbers(row.GetProperty("lines")), card.Subject);
            card.InspectionScores.ShouldBe(
                row.TryGetProperty("inspectionScores", out var scores) ? scores.EnumerateArray().Select(Number) : [], card.Subject);
            card.Vetoed.ShouldBe(row.TryGetProperty("vetoed", out var vetoed) && vetoed.GetBoolean(), card.Subject);
            SubjectResult.Of(card).RankIfNotVetoed.ShouldBe(card.Vetoed ? row.GetProperty("rank").GetInt32() : null, card.Subject);
            card.Lines.Sum(l => l.Points).ShouldBe(card.Score ?? 0, card.Subject);
        }
    }

    [Theory, MemberData(nameof(Files))]
    public void Weeks_without_an_inspection_are_named(string name)
    {
        var file = new MonthOfFile(name);
        JsonSerializer.Serialize(file.Compute().MissingWeeks).ShouldBe(JsonSerializer.Serialize(file.Expected.GetProperty("missingWeeks")));
    }

    [Theory, MemberData(nameof(Files))]
    public void Counts_and_rates_come_out(string name)
    {
        var file = new MonthOfFile(name);
        var counts = file.Compute().Counts;
        counts.ShouldBe(file.Expected.GetProperty("counts").Deserialize<MonthCounts>(JsonSerializerOptions.Web));
        var rates = file.Expected.GetProperty("rates");
        MonthRates.Of(counts).ShouldBe(
            new MonthRates(
                Number(rates, "sameDayRouting"), Number(rates, "onTimeStrikeOff"), Number(rates, "relapse"), Number(rates, "rework")));
    }

    private static IEnumerable<KeyValuePair<string, decimal>> Numbers(JsonElement map) =>
        map.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Number(p.Value))).OrderBy(p => p.Key, StringComparer.Ordinal);

    private static decimal? Number(JsonElement row, string name) =>
        row.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? Number(text) : null;

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
