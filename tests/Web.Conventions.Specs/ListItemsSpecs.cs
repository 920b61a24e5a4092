using System.Text.Json;

namespace Campaign.Web.Specs;

/// <summary>A list holds what it says: no null among its items, however deep.</summary>
public sealed class ListItemsSpecs
{
    [Theory]
    [InlineData("""{ "names": [null] }""", "/names/0")]
    [InlineData("""{ "names": ["a", null] }""", "/names/1")]
    [InlineData("""{ "parts": [{ "names": ["a"] }, null] }""", "/parts/1")]
    [InlineData("""{ "parts": [{ "names": ["a", null] }] }""", "/parts/0/names/1")]
    [InlineData("""{ "part": { "names": [null] } }""", "/part/names/0")]
    [InlineData("""{ "byName": { "a/b": null } }""", "/byName/a~1b")]
    public void A_null_among_the_items_is_refused_where_it_stands(string json, string pointer)
    {
        var missing = ListItems.FirstMissing(Read(json)).ShouldNotBeNull();

        (missing.Pointer, missing.Rule).ShouldBe((pointer, "field-missing"));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "names": null, "parts": [] }""")]
    [InlineData("""{ "perhaps": [null, "a"], "numbers": [1, null] }""")]
    [InlineData("""{ "names": ["a"], "parts": [{ "names": ["b"], "perhaps": [null] }], "free": [null] }""")]
    public void What_may_be_missing_may(string json) => ListItems.FirstMissing(Read(json)).ShouldBeNull();

    private static Body Read(string json) => JsonSerializer.Deserialize<Body>(json, JsonSerializerOptions.Web)!;

    private sealed record Body(
        IReadOnlyList<string> Names, IReadOnlyList<Body>? Parts, Body? Part, IReadOnlyList<string?>? Perhaps, IReadOnlyList<int?>? Numbers,
        Dictionary<string, Body>? ByName, JsonElement? Free);
}
