using System.Text.Json.Nodes;
using Campaign.Demo.Figures;
using Shouldly;
using Xunit;

namespace Campaign.Demo.Specs;

public sealed class ComparisonSpecs
{
    private static Comparison Compare(Action<JsonObject>? change = null) =>
        Comparison.Of(SampleStory.September.Expected!.Value, FiguresOfMonth.Of(SampleStory.Answer(change), SampleStory.September));

    [Fact]
    public void What_was_expected_is_equal_and_every_figure_was_looked_at()
    {
        var comparison = Compare();
        comparison.Differences.ShouldBeEmpty();
        comparison.Compared.ShouldBe(Leaves(SampleStory.Expected));
    }

    [Theory]
    [InlineData("score")]
    [InlineData("mean")]
    public void A_changed_score_is_reported_with_both_values(string figure)
    {
        var only = Compare(report => report.ResultOf("U010")[figure] = 12.34m).Differences.ShouldHaveSingleItem();
        only.Where.ShouldBe($"/results/U010/{figure}");
        only.Got.ShouldBe("\"12.34\"");
    }

    [Fact]
    public void Every_single_figure_is_missed_when_it_changes()
    {
        foreach (var path in Numbers(SampleStory.Report(), "").Where(path => !path.StartsWith("/month", StringComparison.Ordinal)))
            Compare(report => Change(report, path)).Differences.ShouldNotBeEmpty(path);
    }

    [Fact]
    public void A_score_where_none_is_due_is_reported() =>
        Compare(report => report.ResultOf("U012")["score"] = 0m).Differences.ShouldContain(
            difference => difference.Where == "/results/U012/score");

    [Fact]
    public void A_missing_score_is_reported() =>
        Compare(report => report.ResultOf("U001")["score"] = null).Differences.ShouldHaveSingleItem()
            .ShouldBe(new("/results/U001/score", "\"81.30\"", "null"));

    [Fact]
    public void A_subject_that_the_platform_does_not_rank_is_reported() =>
        Compare(report => report["results"]!.AsArray().RemoveAt(3)).Differences.ShouldHaveSingleItem().Where.ShouldBe("/results/U004");

    [Fact]
    public void Missing_weeks_must_be_exactly_those()
    {
        Compare(report => report["missingWeeks"]!["U002"]!.AsArray().Add("2024-09-09")).Differences.ShouldHaveSingleItem().Where.ShouldBe(
            "/missingWeeks/U002/1");
        Compare(report => report["missingWeeks"]!["U001"] = new JsonArray("2024-09-09")).Differences.ShouldHaveSingleItem().Where.ShouldBe(
            "/missingWeeks/U001");
        Compare(report => report["missingWeeks"]!.AsObject().Remove("U012")).Differences.ShouldHaveSingleItem().Where.ShouldBe(
            "/missingWeeks/U012");
    }

    [Fact]
    public void One_inspection_too_many_is_reported() =>
        Compare(report => report.ResultOf("U003")["inspectionScores"]!.AsArray().Add(90m)).Differences.ShouldHaveSingleItem(
            ).Where.ShouldBe("/results/U003/inspectionScores/3");

    private static int Leaves(JsonNode? node) => node switch
    {
        JsonObject o => o.Sum(property => Leaves(property.Value)),
        JsonArray a => a.Sum(Leaves),
        _ => 1,
    };

    private static IEnumerable<string> Numbers(JsonNode? node, string path) => node switch
    {
        JsonObject o => o.SelectMany(property => Numbers(property.Value, $"{path}/{property.Key}")),
        JsonArray a => a.SelectMany((item, i) => Numbers(item, $"{path}/{i}")),
        JsonValue value when decimal.TryParse(value.ToString(), out _) && !path.EndsWith("/street", StringComparison.Ordinal) => [path],
        _ => [],
    };

    private static void Change(JsonNode report, string path)
    {
        var steps = path.Split('/')[1..];
        var parent = steps[..^1].Aggregate(report, (node, step) => node is JsonArray array ? array[int.Parse(step)]! : node[step]!);
        var changed = JsonValue.Create(
            decimal.Parse((parent is JsonArray a ? a[int.Parse(steps[^1])] : parent[steps[^1]])!.ToString()) + 1);
        if (parent is JsonArray list) list[int.Parse(steps[^1])] = changed;
        else parent[steps[^1]] = changed;
    }
}
