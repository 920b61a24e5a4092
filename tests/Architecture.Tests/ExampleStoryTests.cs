using System.Text.Json.Nodes;

namespace Campaign.Architecture.Tests;

/// <summary>The examples of all documents tell one story.</summary>
public sealed class ExampleStoryTests
{
    /// <summary>An id stands for one thing, and what begins ends later.</summary>
    [Fact]
    public void No_example_contradicts_itself()
    {
        var wrong = from content in Examples.Contents(OpenApiDocuments.Operations())
                    from shown in Objects(content.Example)
                    from defect in Contradictions(shown)
                    select $"{content.Name}: {defect}";
        wrong.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static IEnumerable<string> Contradictions(JsonObject shown)
    {
        var texts = shown.Where(field => field.Value is JsonValue value && value.TryGetValue<string>(out _))
            .Select(field => (field.Key, Text: (string)field.Value!)).ToList();
        var ids = texts.Where(field => Guid.TryParse(field.Text, out _)).GroupBy(field => field.Text, StringComparer.Ordinal);
        foreach (var same in ids.Where(same => same.Count() > 1))
            yield return $"{string.Join(", ", same.Select(field => field.Key))} are one id";
        foreach (var end in texts.Where(field => field is { Key: "to" or "until", Text: [>= '0' and <= '9', ..] }))
        {
            var start = texts.FirstOrDefault(field => field.Key is "from").Text;
            if (string.CompareOrdinal(start, end.Text) > 0) yield return $"from {start} {end.Key} {end.Text}";
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Objects(field.Value)).Prepend(fields),
        JsonArray items => items.SelectMany(Objects),
        _ => [],
    };
}
