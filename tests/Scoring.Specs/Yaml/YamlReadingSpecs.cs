using System.Text;
using System.Text.Json.Nodes;
using Campaign.Scoring.Yaml;
using Campaign.Testing;

namespace Campaign.Scoring.Specs.Yaml;

/// <summary>What a YAML text says, as JSON.</summary>
public sealed class YamlReadingSpecs
{
    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("0.10000000000000000000000000001", "0.10000000000000000000000000001")]
    [InlineData("0.750", "0.750")]
    [InlineData("+1", "1")]
    [InlineData("-012", "-12")]
    [InlineData(".5", "0.5")]
    [InlineData("5.", "5")]
    [InlineData("00", "0")]
    [InlineData("1e3", "1e3")]
    [InlineData("-1.50E-2", "-1.50E-2")]
    public void A_plain_number_keeps_its_digits(string plain, string json) => Said($"a: {plain}").ShouldBe($$"""{"a":{{json}}}""");

    [Theory]
    [InlineData("true", "true")]
    [InlineData("FALSE", "false")]
    [InlineData("null", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    public void True_false_and_null_are_themselves(string plain, string json) => Said($"a: {plain}").ShouldBe($$"""{"a":{{json}}}""");

    [Theory]
    [InlineData("no"), InlineData("Yes"), InlineData("on"), InlineData("off"), InlineData("y")]
    [InlineData("08:30"), InlineData("190:20:30"), InlineData("2024-09"), InlineData("2024-09-10")]
    [InlineData("1_000"), InlineData("1,000"), InlineData("0b1"), InlineData("1.2.3"), InlineData("--1"), InlineData("."), InlineData("1e"),
        InlineData("tRUE"), InlineData("<<")]
    [InlineData("一类"), InlineData("75%"), InlineData("１２")]
    public void Everything_else_is_text(string plain) => Said($"a: {plain}").ShouldBe($$"""{"a":"{{plain}}"}""");

    [Theory]
    [InlineData("'0.1'", "0.1")]
    [InlineData("\"true\"", "true")]
    [InlineData("''", "")]
    [InlineData("'null'", "null")]
    [InlineData("|-\n  12", "12")]
    [InlineData(">-\n  甲\n  乙", "甲 乙")]
    public void What_is_quoted_or_a_block_is_text(string scalar, string text) => Said($"a: {scalar}").ShouldBe($$"""{"a":"{{text}}"}""");

    [Fact]
    public void Fields_and_lists_of_either_style_comments_and_a_byte_order_mark_are_read() =>
        Said("\uFEFF# 说明\n---\na: # 列表\n  - 1\n  - {b: x, c: [no, 2]}\nd: []\n...\n")
            .ShouldBe("""{"a":[1,{"b":"x","c":["no",2]}],"d":[]}""");

    [Fact]
    public void JSON_is_YAML() =>
        Said("""{"a": [0.10, "x", {"b": null}], "c": "\u4e00"}""").ShouldBe("""{"a":[0.10,"x",{"b":null}],"c":"一"}""");

    [Fact]
    public void A_name_is_text_whatever_it_looks_like() => Said("1: a\nno: b\nnull: c").ShouldBe("""{"1":"a","no":"b","null":"c"}""");

    [Theory]
    [InlineData("/a/1/b", 4, 5)]
    [InlineData("/a/1", 4, 5)]
    [InlineData("/a", 2, 1)]
    [InlineData("/A/0", 3, 5)]
    [InlineData("/a/1/missing", 4, 5)]
    [InlineData("/a/7", 2, 1)]
    [InlineData("/x~1y/z", 5, 7)]
    [InlineData("", 2, 1)]
    public void Every_field_is_found_and_what_is_missing_is_missing_from_somewhere(string pointer, int line, int column)
    {
        var places = YamlDocument.Read("# 说明\na:\n  - 1\n  - b: 2\nx/y: {z: 3}\n").Places;
        var located = places.Locate(new(pointer, "out-of-range", "不对。"));
        (located.Line, located.Column, located.Detail).ShouldBe((line, column, $"第{line}行第{column}列：不对。"));
        places.Locate(located).ShouldBe(located, "once is enough");
    }

    private static string Said(string yaml) =>
        JsonNode.Parse(YamlDocument.Read(Encoding.UTF8.GetBytes(yaml)).Json.Span)!.ToJsonString(Json.Options);
}
