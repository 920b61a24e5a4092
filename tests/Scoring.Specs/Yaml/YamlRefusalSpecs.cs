using System.Text;
using Campaign.Scoring.Yaml;
using Campaign.Web;

namespace Campaign.Scoring.Specs.Yaml;

/// <summary>What a document of fields, lists and values has no need of, and what is no YAML at all.</summary>
public sealed class YamlRefusalSpecs
{
    [Theory]
    [InlineData("a: &x 1\nb: 2", "yaml-anchor", "/a", 1, 4)]
    [InlineData("a: 1\nb: *x", "yaml-anchor", "/b", 2, 4)]
    [InlineData("&x a: 1", "yaml-anchor", "", 1, 1)]
    [InlineData("a:\n  - &x [1]", "yaml-anchor", "/a/0", 2, 5)]
    [InlineData("a: !!str 1", "yaml-tag", "/a", 1, 4)]
    [InlineData("a: ! 1", "yaml-tag", "/a", 1, 4)]
    [InlineData("!policy\na: 1", "yaml-tag", "", 1, 1)]
    [InlineData("a: 1\nb: 2\na: 3", "field-twice", "/a", 3, 1)]
    [InlineData("a: {b: 1, B: 2}", "field-twice", "/a/B", 1, 11)]
    [InlineData("a: 1\n---\nb: 2", "yaml-several-documents", "", 2, 1)]
    [InlineData("", "yaml-empty", "", 1, 1)]
    [InlineData("# 只有说明\n", "yaml-empty", "", 1, 1)]
    [InlineData("---\n", "yaml-empty", "", 1, 1)]
    [InlineData("~", "yaml-empty", "", 1, 1)]
    [InlineData("a: 0x1F", "yaml-number-invalid", "/a", 1, 4)]
    [InlineData("a: 0o17", "yaml-number-invalid", "/a", 1, 4)]
    [InlineData("a: [-.inf]", "yaml-number-invalid", "/a/0", 1, 5)]
    [InlineData("a: .NaN", "yaml-number-invalid", "/a", 1, 4)]
    [InlineData("a: \"\\0\"", "yaml-character-invalid", "/a", 1, 4)]
    [InlineData("\"\\0\": 1", "yaml-character-invalid", "", 1, 1)]
    [InlineData("? [a]\n: 1", "yaml-key-invalid", "", 1, 3)]
    [InlineData("a: 1\n  b: 2", "yaml-invalid", "", 2, 4)]
    [InlineData("a: [1, 2", "yaml-invalid", "", 2, 1)]
    [InlineData("a: 'x", "yaml-invalid", "", 1, 4)]
    [InlineData("a: 1\nb：2\nc: 3", "yaml-invalid", "", 2, 1)]
    [InlineData("a: \"\\ud800\"", "yaml-invalid", "", 1, 4)]
    [InlineData("a: \"\\UFFFFFFFF\"", "yaml-invalid", "", 1, 2)]
    [InlineData("...\n...\n", "yaml-invalid", "", 1, 1)]
    [InlineData("%YAML 9.9\n---\na: 1", "yaml-invalid", "", 1, 1)]
    public void It_is_told_what_and_where(string yaml, string rule, string pointer, int line, int column)
    {
        var error = Should.Throw<UnreadableBodyException>(() => YamlDocument.Read(yaml)).Error;
        (error.Rule, error.Pointer, error.Line, error.Column).ShouldBe((rule, pointer, line, column));
        error.Detail.ShouldStartWith($"第{line}行第{column}列：");
        error.Detail.ShouldEndWith("。");
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    public void Nesting_has_an_end(string open, string close)
    {
        YamlDocument.Read(Nested(YamlDocument.MaxDepth - 1)).Json.Length.ShouldBeGreaterThan(YamlDocument.MaxDepth);
        Should.Throw<UnreadableBodyException>(() => YamlDocument.Read(Nested(YamlDocument.MaxDepth))).Error.Rule.ShouldBe("yaml-too-deep");
        Should.Throw<UnreadableBodyException>(() => YamlDocument.Read(string.Concat(Enumerable.Repeat(open, 100_000)))).Error.Rule.ShouldBe(
            "yaml-too-deep");

        string Nested(int levels) => string.Concat(Enumerable.Repeat(open, levels)) + "1" + string.Concat(Enumerable.Repeat(close, levels));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_refused_rather_than_guessed() =>
        Should.Throw<UnreadableBodyException>(() => YamlDocument.Read([.. "name: "u8, 0xC3, 0xFB])).Error.Rule.ShouldBe("yaml-not-utf8");

    [Fact]
    public void Many_entries_below_a_long_name_do_not_repeat_it_each()
    {
        var yaml = $"? {new string('a', 400_000)}\n: [{string.Concat(Enumerable.Repeat("1,", 100_000))}1]";
        var before = GC.GetAllocatedBytesForCurrentThread();
        YamlDocument.Read(yaml);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(500L * yaml.Length);
    }

    [Fact]
    public void Laughter_is_refused_at_the_first_line()
    {
        var laughs = new StringBuilder("a: &a [x, x]\n");
        for (var c = 'b'; c <= 'z'; c++) laughs.Append($"{c}: &{c} [*{(char)(c - 1)}, *{(char)(c - 1)}]\n");
        Should.Throw<UnreadableBodyException>(() => YamlDocument.Read(laughs.ToString())).Error.Line.ShouldBe(1);
    }
}
