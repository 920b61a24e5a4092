using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Campaign.EventStore;
using Campaign.Scoring.Kernel;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Specs.Policies;
using Campaign.Scoring.Yaml;
using Campaign.Web;
using FsCheck;
using FsCheck.Fluent;

namespace Campaign.Scoring.Specs.Properties;

/// <summary>What is written as YAML reads as what it was; what nobody wrote is read or refused.</summary>
public sealed class YamlProperties
{
    /// <summary>Each of them means something to some YAML.</summary>
    private static readonly string[] Pieces =
    [
        "yes", "no", "on", "null", "~", "true", "0.1", "007", "1e3", "+1", ".5", "0x1F", ".inf", "08:30", "2024-09", "---", "...", "- ",
        "-", "? ", ": ", ":", " #", "#",
        "'", "\"", "\\", "\n", "\r\n", "\t", " ", "{", "}", "[", "]", ",", "&a", "*a", "!", "!!str ", "|", ">", "%", "@", "`", "<<", "=",
        "\\0", "\u0007", "\u0085",
        "\u00A0", "\u2028", "\uFEFF", "\uFFFE", "😀", "一类", "：", "（75%）", "a", "\\u4e00", "/", "~1",
    ];

    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Gen<string> Texts = Gen.ListOf(Gen.Elements(Pieces)).Select(pieces => string.Concat(pieces.Take(6)));
    private static readonly Gen<string> LongTexts = Gen.ListOf(Gen.Elements(Pieces)).Select(string.Concat);

    private static readonly Gen<decimal> Numbers =
        from digits in Gen.Choose(0, int.MaxValue)
        from scale in Gen.Choose(0, 12)
        from negative in Gen.Elements(true, false)
        select new decimal(digits, 0, 0, negative, (byte)scale);

    [Fact]
    public void A_policy_written_as_YAML_reads_as_the_same_policy() => Prop.ForAll(AnyPolicy.Policies.ToArbitrary(), policy =>
    {
        var read = YamlPolicy.Read(YamlText.Of(StoredElement(policy), "考评办法"));
        return read.SameAs(policy) && StoredJson.Write(read) == StoredJson.Write(policy);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_JSON_written_as_YAML_reads_as_the_same_JSON() => Prop.ForAll(Objects(4).ToArbitrary(), json =>
    {
        var before = JsonSerializer.Serialize(json, Compact);
        using var parsed = JsonDocument.Parse(before);
        using var after = JsonDocument.Parse(YamlDocument.Read(YamlText.Of(parsed.RootElement, "任意")).Json);
        return JsonSerializer.Serialize(after.RootElement, Compact) == before;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_is_read_or_refused_in_Chinese() => Prop.ForAll(LongTexts.ToArbitrary(), text =>
    {
        try
        {
            using var json = JsonDocument.Parse(YamlDocument.Read(text).Json);
            return true;
        }
        catch (UnreadableBodyException e)
        {
            return e.Error is { Line: > 0, Column: > 0 } && e.Message.EndsWith('。');
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static JsonElement StoredElement(Policy policy) => JsonSerializer.SerializeToElement(policy, ScoringModule.Events.Json);

    private static Gen<JsonNode?> Values(int depth)
    {
        var scalar = Gen.OneOf(
            Texts.Select(text => (JsonNode?)JsonValue.Create(text)), Numbers.Select(number => (JsonNode?)JsonValue.Create(number)),
            Gen.Elements<bool?>(true, false, null).Select(value => value is { } given ? (JsonNode?)JsonValue.Create(given) : null));
        return depth == 0 ? scalar : Gen.Frequency(
            (3, scalar), (1, Objects(depth - 1).Select(JsonNode? (value) => value)),
            (1, from entries in Gen.ListOf(Values(depth - 1))
                select (JsonNode?)new JsonArray([.. entries.Take(4).Select(e => e?.DeepClone())])));
    }

    private static Gen<JsonObject> Objects(int depth) =>
        from fields in Gen.ListOf(from name in Texts from value in Values(depth) select (name, value))
        select new JsonObject(
            fields.Take(4).DistinctBy(f => f.name, StringComparer.OrdinalIgnoreCase)
                .Select(f => KeyValuePair.Create(f.name, f.value?.DeepClone())));
}
