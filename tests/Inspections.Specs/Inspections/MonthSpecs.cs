using System.Globalization;
using System.Text.Json;
using Campaign.Inspections.Inspections;

namespace Campaign.Inspections.Specs.Inspections;

/// <summary>A whole month of a street, with the figures that it must come to.</summary>
public sealed class MonthSpecs
{
    private static readonly JsonElement Month = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples/nanguan/month-2024-09.json"))).RootElement;

    private static readonly IReadOnlyList<JsonElement> Inspections = [.. Month.GetProperty("inspections").EnumerateArray()];

    [Fact]
    public void Every_sheet_comes_to_the_score_that_was_announced()
    {
        var scores = Inspections.OrderBy(Day)
            .ToLookup(Subject, visit => Score.Of(visit.GetProperty("items").EnumerateArray().Select(Item)));
        var announced = Month.GetProperty("expected").GetProperty("results").EnumerateArray()
            .Where(result => result.TryGetProperty("inspectionScores", out _)).ToList();

        announced.ShouldNotBeEmpty();
        foreach (var result in announced)
        {
            scores[Subject(result)].ShouldBe(
                result.GetProperty("inspectionScores").EnumerateArray().Select(score => (decimal?)Number(score)), ignoreOrder: true,
                Subject(result));
        }
    }

    [Fact]
    public void The_missing_weeks_are_those_that_were_announced()
    {
        var subjects = Month.GetProperty("subjects").EnumerateArray().Select(subject => new CoverageSubject(
            subject.GetProperty("code").GetString()!, "", subject.GetProperty("category").GetString()!, new(2024, 1, 1), null));
        var visits = Inspections.Select(visit => new CountedInspection(Guid.NewGuid(), Subject(visit), Day(visit)));

        var coverage = Coverage.Of(new(2024, 9, 1), subjects, visits, new(2024, 10, 8));

        coverage.Subjects.Where(subject => subject.MissingWeeks.Count > 0)
            .ToDictionary(
                subject => subject.Subject, subject => string.Join(' ', subject.MissingWeeks.Select(week => $"{week:yyyy-MM-dd}")))
                    .ShouldBe(
                Month.GetProperty("expected").GetProperty("missingWeeks").EnumerateObject()
                    .ToDictionary(
                        weeks => weeks.Name, weeks => string.Join(' ', weeks.Value.EnumerateArray().Select(week => week.GetString()))),
                ignoreOrder: true);
    }

    private static string Subject(JsonElement row) => row.GetProperty("subject").GetString()!;

    private static DateOnly Day(JsonElement visit) => DateOnly.Parse(visit.GetProperty("date").GetString()!, CultureInfo.InvariantCulture);

    private static ScoredItem Item(JsonElement item) => new(
        item.GetProperty("no").GetInt32(), item.GetProperty("max").GetDecimal(), item.GetProperty("notApplicable").GetBoolean(),
        Number(item.GetProperty("deduction")), null);

    private static decimal Number(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);
}
