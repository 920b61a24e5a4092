using Campaign.Scoring.Rulebook;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>A deduction that is held to another one: which is there in the same months, and is not held to this one in turn.</summary>
internal static class CrossCapLint
{
    public static IEnumerable<FieldError> Of(IReadOnlyList<Item> items)
    {
        var byId = items.Where(i => i?.Id is not null).GroupBy(i => i.Id, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        foreach (var (index, item) in items.Index())
        {
            if (item?.AtMostItem is not { } id) continue;
            if (Defect(item, id, byId) is var (rule, detail)) yield return new($"/items/{index}/atMostItem", rule, detail);
        }
    }

    private static (string Rule, string Detail)? Defect(Item item, string id, Dictionary<string, Item> byId)
    {
        if (!byId.TryGetValue(id, out var other)) return ("cross-cap-unknown", $"没有编号为“{id}”的项目。");
        if (item.Points is not < 0 || other.Points is not < 0) return ("cross-cap-unfit", "只有扣分项目之间可以互相限制。");
        if (ComesBack(item, byId)) return ("cross-cap-cycle", "扣分的互相限制绕成了一圈。");
        var without = Enumerable.Range(1, 12).Where(month => item.AppliesIn(month) && !other.AppliesIn(month)).ToList();
        return without.Count == 0 ? null : ("cross-cap-months", $"{string.Join('、', without)} 月没有“{other.Name}”，无从限制。");
    }

    private static bool ComesBack(Item start, Dictionary<string, Item> byId)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var at = start; at.AtMostItem is { } next && byId.TryGetValue(next, out var found); at = found)
        {
            if (!seen.Add(next)) return true;
        }
        return false;
    }
}
