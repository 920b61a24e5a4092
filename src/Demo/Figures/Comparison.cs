using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Campaign.Demo.Figures;

/// <param name="Where">JSON pointer into <c>expected</c>, with the subject's code for its place in the list.</param>
internal sealed record Difference(string Where, string Expected, string Got);

/// <summary>Every figure of <c>expected</c> beside what the platform answered. Decimals are equal as numbers: -1.0 is -1.</summary>
internal sealed class Comparison
{
    private const string Nothing = "（无）";
    private readonly List<Difference> differences = [];

    private Comparison()
    {
    }

    public IReadOnlyList<Difference> Differences => differences;

    /// <summary>How many figures stood in <c>expected</c>.</summary>
    public int Compared { get; private set; }

    public static Comparison Of(JsonElement expected, JsonObject got)
    {
        var comparison = new Comparison();
        comparison.Compare("", expected, JsonSerializer.SerializeToElement(got));
        return comparison;
    }

    private void Compare(string where, JsonElement expected, JsonElement? got)
    {
        switch (expected.ValueKind, got?.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                foreach (var property in expected.EnumerateObject())
                    Compare($"{where}/{property.Name}", property.Value, Property(got.Value, property.Name));
                // Which subjects have missing weeks is a figure too; elsewhere a field that nobody expects is not one.
                if (where.EndsWith("/missingWeeks", StringComparison.Ordinal)) Unexpected(where, expected, got.Value);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array) when IsOfSubjects(expected):
                var rows = got.Value.EnumerateArray().ToDictionary(SubjectOf, StringComparer.Ordinal);
                foreach (var row in expected.EnumerateArray())
                    Compare($"{where}/{SubjectOf(row)}", row, rows.TryGetValue(SubjectOf(row), out var other) ? other : null);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                for (var i = 0; i < Math.Max(expected.GetArrayLength(), got.Value.GetArrayLength()); i++)
                    CompareFigures(string.Create(CultureInfo.InvariantCulture, $"{where}/{i}"), At(expected, i), At(got.Value, i));
                break;
            case (JsonValueKind.Object or JsonValueKind.Array, _):
                Compared++;
                differences.Add(new(where, Shown(expected), Shown(got)));
                break;
            default:
                CompareFigures(where, expected, got);
                break;
        }
    }

    private void CompareFigures(string where, JsonElement? expected, JsonElement? got)
    {
        Compared++;
        if (!Same(expected, got)) differences.Add(new(where, Shown(expected), Shown(got)));
    }

    private void Unexpected(string where, JsonElement expected, JsonElement got)
    {
        foreach (var property in got.EnumerateObject().Where(property => Property(expected, property.Name) is null))
            differences.Add(new($"{where}/{property.Name}", Nothing, Shown(property.Value)));
    }

    private static bool Same(JsonElement? expected, JsonElement? got) =>
        (expected, got) is ({ } one, { } other)
        && (one.ValueKind == other.ValueKind && one.ToString() == other.ToString() || Number(one) is { } number && number == Number(other));

    private static decimal? Number(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number or JsonValueKind.String
        && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsOfSubjects(JsonElement list) =>
        list.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } first && Property(first, "subject") is not null;

    private static string SubjectOf(JsonElement row) => row.GetProperty("subject").GetString()!;

    private static JsonElement? Property(JsonElement value, string name) => value.TryGetProperty(name, out var property) ? property : null;

    private static JsonElement? At(JsonElement list, int index) => index < list.GetArrayLength() ? list[index] : null;

    private static string Shown(JsonElement? value) => value is null ? Nothing : value.Value.GetRawText();
}
