using System.Text.Json;

namespace Campaign.SystemTests.OldRelease;

/// <summary>Whether an answer still says all that it once said. Members that came since are no difference, digits are.</summary>
internal static class SameJson
{
    public static IReadOnlyList<string> Differences(string then, JsonElement now)
    {
        using var document = JsonDocument.Parse(then);
        return [.. Compare("", document.RootElement, now)];
    }

    private static IEnumerable<string> Compare(string path, JsonElement then, JsonElement now) => (then.ValueKind, now.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) =>
            then.EnumerateObject().SelectMany(member => now.TryGetProperty(member.Name, out var value)
            ? Compare($"{path}/{member.Name}", member.Value, value)
            : [$"{path}/{member.Name} is missing"]),
        (JsonValueKind.Array, JsonValueKind.Array) when then.GetArrayLength() == now.GetArrayLength() =>
            then.EnumerateArray().Zip(now.EnumerateArray()).SelectMany((pair, n) => Compare($"{path}/{n}", pair.First, pair.Second)),
        (JsonValueKind.String, JsonValueKind.String) when then.GetString() == now.GetString() => [],
        _ when then.GetRawText() == now.GetRawText() => [],
        _ => [$"{path}: {then.GetRawText()} → {now.GetRawText()}"],
    };
}
