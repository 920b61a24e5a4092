using System.Text.Json.Nodes;

namespace Campaign.Scoring.IntegrationTests;

internal static class SamplePolicy
{
    public static JsonNode Called(string name) => JsonNode.Parse(Text(name, "json"))!;

    public static string Text(string name, string form) =>
        File.ReadAllText(Path.Combine(Testing.Documents.Root, "samples", "policies", $"{name}.{form}"));
}
