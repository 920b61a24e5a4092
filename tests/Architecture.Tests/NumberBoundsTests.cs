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
        "points", // of an item of a policy: a bonus or a deduction; of a sheet's rule the linter of rules refuses it
    ];

    /// <summary>These are compared with what is on record, where none is below nothing; specs of the decisions hold it.</summary>
    private static readonly string[] Decided =
    [
        "SheetVersion", "NewInspection.items.max", "PlannedStart.items.max", "CorrectedItems.items.max", "LedgerRows.inspections.items.max",
    ];

    [Theory, MemberData(nameof(Service.Names), MemberType = typeof(Service))]
    public void What_is_counted_or_shared_out_is_within_its_bounds(string name)
    {
        var taken = from shown in ExampleTests.Shown(name)
                    let body = Examples.Of(shown.Operation.Document, shown.Operation.Body!)!
                    from place in Numbers(body, [])
                    from wrong in Wrong(place)
                    let changed = With(body, place, wrong)
                    where !Decided.Contains($"{shown.Type.Name}.{Field(place)}") && !ExampleTests.Refusals(shown.Type, changed).Any()
                    select $"{shown.Operation.Id} ({shown.Type.Name}.{Field(place)}) = {wrong}";
        taken.ShouldBeEmpty();
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
