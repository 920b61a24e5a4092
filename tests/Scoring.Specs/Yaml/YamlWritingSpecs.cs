using System.Text.Json;
using Campaign.Scoring.Yaml;

namespace Campaign.Scoring.Specs.Yaml;

/// <summary>What an office reads and edits.</summary>
public sealed class YamlWritingSpecs
{
    [Fact]
    public void Fields_stand_below_each_other_and_short_lists_in_one_line() =>
        Written(
            """{"name":"办法（甲）","dailyWeight":0.750,"adjustments":[],"items":[{"id":"a","months":[1,2]},{"id":"b"}],"grades":{"by":null}}""")
                .ShouldBe(
            """
            # 考评办法
            name: 办法（甲）
            dailyWeight: 0.750
            adjustments: []
            items:
              - id: a
                months: [1, 2]
              - id: b
            grades:
              by: null

            """);

    [Theory]
    [InlineData("no"), InlineData("Y"), InlineData("off"), InlineData("true"), InlineData("null"), InlineData("2024"), InlineData("08:30"),
        InlineData("2024-09"), InlineData("a: b"), InlineData("")]
    public void Text_that_some_reader_takes_for_something_else_is_quoted(string text) =>
        Written($$"""{"a":"{{text}}"}""").ShouldBe($"# 考评办法\na: \"{text}\"\n");

    private static string Written(string json)
    {
        using var document = JsonDocument.Parse(json);
        return YamlText.Of(document.RootElement, "考评办法");
    }
}
