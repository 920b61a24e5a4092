using System.Text.Json.Nodes;

namespace Campaign.Architecture.Tests;

/// <summary>
/// Every number of every body that the documents show, put below nothing, and every percentage above the whole: the checks of the body
/// refuse it, unless it stands here with a reason.
/// </summary>
public sealed class NumberBoundsTests
{
    /// <summary>Of these the sign says something.</summary>
    private static readonly string[] Signed =
    [
        "longitude", "latitude", "lon", "lat", "coordinates",
        "points", // of an item of a policy: a bonus or a deduction; of a sheet's rule another rule refuses it
    ];

    /// <summary>These are decided by what is on record; specs of the decisions hold it.</summary>
    private static readonly string[] Decided =
    [
        // A sheet has no such version, and no such maximum.
        "CorrectedItems.items.max", "LedgerRows.inspections.items.max", "LedgerRows.inspections.sheetVersion", "NewInspection.items.max",
        "NewInspection.sheetVersion", "PlannedStart.items.max",
        "ValueEntry.value", // in the unit of its indicator
        "NewManualEntry.value", // in the unit of its item: points are given and taken
    ];

    [Theory, MemberData(nameof(Service.Names), MemberType = typeof(Service))]
    public void What_is_counted_or_shared_out_is_within_its_bounds(string name)
    {
        var changed = (from shown in ExampleTests.Shown(name)
                       let body = Examples.Of(shown.Operation.Document, shown.Operation.Body!)!
                       from place in Numbers(body, [])
                       from wrong in Wrong(place)
                       select (shown.Type, Field: $"{shown.Type.Name}.{Field(place)}", Body: With(body, place, wrong))).ToList();
        var fields = changed.Select(one => one.Field).Distinct(StringComparer.Ordinal).ToList();

        changed.Where(one => !ExampleTests.Refusals(one.Type, one.Body).Any()).Select(one => one.Field).Distinct(StringComparer.Ordinal)
            .ShouldBe(fields.Intersect(Decided, StringComparer.Ordinal), ignoreOrder: true);
    }

    private static IEnumerable<decimal> Wrong(IReadOnlyList<object> place)
    {
        if (place.OfType<string>().Any(field => Signed.Contains(field, StringComparer.Ordinal))) yield break;
        yield return -1;
        if (place.OfType<string>().Last().EndsWith("percent", StringComparison.OrdinalIgnoreCase)) yield return 101;
    }

    private static IEnumerable<IReadOnlyList<object>> Numbers(JsonNode? node, IReadOnlyList<object> place) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Numbers(field.Value, [.. place, field.Key])),
        JsonArray items => items.SelectMany((item, index) => Numbers(item, [.. place, index])),
        JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.Number => [place],
        _ => [],
    };

    private static JsonNode With(JsonNode body, IReadOnlyList<object> place, decimal number)
    {
        var copy = body.DeepClone();
        var parent = place.SkipLast(1).Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
        if (place[^1] is int at) parent[at] = number;
        else parent[(string)place[^1]] = number;
        return copy;
    }

    private static string Field(IEnumerable<object> place) => string.Join('.', place.OfType<string>());
}
