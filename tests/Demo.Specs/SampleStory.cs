using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.Demo.Figures;
using Campaign.Demo.Input;

namespace Campaign.Demo.Specs;

/// <summary>September 2024 as the sample has it, and a platform that answers exactly what it expects.</summary>
internal static class SampleStory
{
    public static MonthFile September { get; } = MonthFile.Read(Samples.MonthPath);

    public static JsonObject Expected => JsonNode.Parse(September.Expected!.Value.GetRawText())!.AsObject();

    /// <summary>The sample's own figures in the words of the API: numbers, every field of every subject.</summary>
    public static JsonObject Report(string status = "Published")
    {
        var expected = Expected;
        var report = new JsonObject { ["street"] = "990101001", ["month"] = "2024-09", ["status"] = status, ["provisional"] = false };
        foreach (var name in new[] { "results", "missingWeeks", "rates", "counts" }) report[name] = expected[name]!.DeepClone();
        foreach (var result in report["results"]!.AsArray().Select(result => result!.AsObject()))
        {
            result["name"] = September.Subjects.Single(subject => subject.Code == (string?)result["subject"]).Name;
            result.TryAdd("inspectionScores", new JsonArray());
            result.TryAdd("vetoed", false);
        }
        return report;
    }

    public static MonthReport Answer(Action<JsonObject>? change = null)
    {
        var report = Report();
        change?.Invoke(report);
        return report.Deserialize<MonthReport>(Json.Options)!;
    }

    public static JsonObject ResultOf(this JsonObject report, string subject) =>
        report["results"]!.AsArray().Select(result => result!.AsObject()).Single(result => (string?)result["subject"] == subject);
}
