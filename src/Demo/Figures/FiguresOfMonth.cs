using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Demo.Input;

namespace Campaign.Demo.Figures;

/// <summary>
/// The platform's answer in the shape of a month file's <c>expected</c>: subjects in the order of the file, decimals as text.
/// </summary>
internal static class FiguresOfMonth
{
    public static JsonObject Of(MonthReport report, MonthFile file)
    {
        var results = report.Results.ToDictionary(result => result.Subject, StringComparer.Ordinal);
        var lines = new LineText(file.Adjustments);
        return new()
        {
            ["results"] = Array(file.Subjects.Where(s => results.ContainsKey(s.Code)).Select(s => Result(results[s.Code], lines))),
            ["missingWeeks"] = Object(file.Subjects.Where(s => report.MissingWeeks.GetValueOrDefault(s.Code) is { Count: > 0 })
                .Select(s => (s.Code, (JsonNode?)Array(report.MissingWeeks[s.Code].Select(week => (JsonNode)week))))),
            ["rates"] = new JsonObject
            {
                ["sameDayRouting"] = DecimalText.Announced(report.Rates.SameDayRouting),
                ["onTimeStrikeOff"] = DecimalText.Announced(report.Rates.OnTimeStrikeOff),
                ["relapse"] = DecimalText.Announced(report.Rates.Relapse),
                ["rework"] = DecimalText.Announced(report.Rates.Rework),
            },
            ["counts"] = JsonSerializer.SerializeToNode(report.Counts, Json.Options),
        };
    }

    private static JsonObject Result(SubjectResult result, LineText lines)
    {
        // Without an inspection there is nothing to add to: no lines, no score.
        if (result is { Score: null, InspectionScores: [] })
        {
            return new()
            {
                ["subject"] = result.Subject,
                ["category"] = result.Category,
                ["score"] = null,
                ["mean"] = null,
                ["lines"] = new JsonObject(),
                ["rank"] = result.Rank,
            };
        }
        return new()
        {
            ["subject"] = result.Subject,
            ["category"] = result.Category,
            ["inspectionScores"] = Array(result.InspectionScores.Select(score => (JsonNode?)DecimalText.Announced(score))),
            ["mean"] = DecimalText.Announced(result.Mean),
            ["lines"] = Object(result.Lines.Select(line => (line.Key, (JsonNode?)lines.Of(line.Key, line.Value)))),
            ["score"] = DecimalText.Announced(result.Score),
            ["vetoed"] = result.Vetoed,
            ["rank"] = result.Rank,
        };
    }

    private static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    private static JsonObject Object(IEnumerable<(string Name, JsonNode? Value)> properties) =>
        new(properties.Select(property => KeyValuePair.Create(property.Name, property.Value)));
}
