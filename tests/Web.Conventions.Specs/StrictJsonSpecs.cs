using System.Text.Json;
using System.Text.Json.Serialization;

namespace Campaign.Web.Specs;

/// <summary>A body says what it means, or is refused with the place and the rule; nothing is read as something else.</summary>
public sealed class StrictJsonSpecs
{
    private static readonly JsonSerializerOptions Options = Strict();

    [Theory]
    [InlineData("""{ "level": 1 }""", "$.level", "value-unknown")]
    [InlineData("""{ "level": "99" }""", "$.level", "value-unknown")]
    [InlineData("""{ "level": "1" }""", "$.level", "value-unknown")]
    [InlineData("""{ "level": null }""", "$.level", "value-unknown")]
    [InlineData("""{ "level": "Red, Yellow" }""", "$.level", "value-unknown")]
    [InlineData("""{ "perhaps": "Red,Yellow" }""", "$.perhaps", "value-unknown")]
    [InlineData("""{ "many": ["Red", "Yellow, Red"] }""", "$.many[1]", "value-unknown")]
    [InlineData("""{ "counts": { "Red, Yellow": 1 } }""", "$.counts['Red, Yellow']", "value-unknown")]
    [InlineData("""{ "perhaps": 7 }""", "$.perhaps", "value-unknown")]
    [InlineData("""{ "many": ["Red", 1] }""", "$.many[1]", "value-unknown")]
    [InlineData("""{ "at": "2026-03-01T09:00:00" }""", "$.at", "offset-missing")]
    [InlineData("""{ "at": "2026-03-01" }""", "$.at", "offset-missing")]
    [InlineData("""{ "at": "2026-03-01T09:00:00.123" }""", "$.at", "offset-missing")]
    [InlineData("""{ "name": "a\ud83db" }""", "$.name", "character-invalid")]
    [InlineData("""{ "name": "a", "name": "b" }""", "$.name", "field-twice")]
    [InlineData("""{ "Name": "a" }""", "$.Name", "field-unknown")]
    [InlineData("""{ "nome": "a" }""", "$.nome", "field-unknown")]
    public void What_could_be_read_in_two_ways_is_refused_by_its_rule(string body, string path, string rule)
    {
        var refused = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Body>(body, Options));

        (refused.Path, JsonRefusal.Of(refused).Rule).ShouldBe((path, rule));
    }

    [Theory]
    [InlineData("""{ "free": { "a": 1, "a": 2 } }""")]
    [InlineData("""{ "counts": { "Blue": 1 } }""")]
    [InlineData("""{ "number": 1e40 }""")]
    [InlineData("""{ "number": NaN }""")]
    [InlineData("""{ "at": "gestern" }""")]
    [InlineData("""{ "at": 1 }""")]
    public void What_is_not_in_the_document_is_refused(string body) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Body>(body, Options));

    [Fact]
    public void A_value_of_a_closed_list_is_told_what_the_list_has()
    {
        var refused = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Body>("""{ "level": "Blue" }""", Options));

        JsonRefusal.Of(refused).Detail.ShouldBe("不认识的值。可用的值：Red、Yellow、>=。");
    }

    [Fact]
    public void What_is_well_said_comes_back_as_it_was()
    {
        var at = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));
        var body = new Body("店铺", Level.Yellow, Level.Red, new() { [Level.AtLeastRed] = 3 }, at, 0.5m, null);

        var read = JsonSerializer.Deserialize<Body>(JsonSerializer.Serialize(body, Options), Options)!;

        (read with { Counts = null }).ShouldBe(body with { Counts = null });
        read.Counts.ShouldBe(body.Counts);
        JsonSerializer.Deserialize<Body>("""{ "at": "2026-03-01T01:00:00Z" }""", Options)!.At.ShouldBe(at);
    }

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        HttpConventions.Configure(options);
        return options;
    }

    private enum Level
    {
        Red,
        Yellow,
        [JsonStringEnumMemberName(">=")]
        AtLeastRed,
    }

    private sealed record Body(
        string? Name, Level Level, Level? Perhaps, Dictionary<Level, int>? Counts, DateTimeOffset At, decimal Number, JsonElement? Free,
        IReadOnlyList<Level>? Many = null);
}
