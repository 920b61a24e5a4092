using System.Text.Json.Nodes;

namespace Campaign.Scoring.IntegrationTests;

internal static class SamplePolicy
{
    public static JsonNode Called(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples", "policies", $"{name}.json")))!;
}
