using Campaign.Scoring.Metrics;
using Campaign.Scoring.Rulebook;
using Campaign.Scoring.Scorecards.Primitives;
using Campaign.Web;

namespace Campaign.Scoring.Policies.Linting;

/// <summary>One item: a rule that exists, data that somebody produces, and the fields that the rule reads.</summary>
internal static class ItemLint
{
    private const int MaxId = 50;
    private const int MaxName = 100;

    public static IEnumerable<FieldError> Of(Item item, int index)
    {
        var place = $"/items/{index}";
        if (item is null) return [new(place, "field-missing", "列表中有空项。")];
        return
        [
            .. Names(item, place), .. Fields(item, place), .. ValueLint.Of(item, place), .. BandLint.Of(item, place),
            .. DetailLint.Milestones(item, place), .. DetailLint.Quotas(item, place),
        ];
    }

    private static IEnumerable<FieldError> Names(Item item, string place)
    {
        if (item.Id is not { Length: > 0 and <= MaxId }) yield return new($"{place}/id", "id-invalid", $"编号须有 1 到 {MaxId} 个字。");
        if (item.Name is not { Length: > 0 and <= MaxName }) yield return new($"{place}/name", "name-invalid", $"名称须有 1 到 {MaxName} 个字。");
        var metric = MetricCatalogue.Find(item.Metric);
        var primitive = Primitive.Find(item.Rule);
        if (primitive is null) yield return new($"{place}/rule", "rule-unknown", $"没有“{item.Rule}”这种计分规则。");
        if (metric is null) yield return new($"{place}/metric", "metric-unknown", $"没有任何来源产生数据“{item.Metric}”。");
        if (primitive is not null && metric is not null && !primitive.Takes.Contains(metric.Shape))
            yield return new($"{place}/metric", "metric-unfit", $"规则“{primitive.Name}”不能用于数据“{metric.Name}”。");
    }

    private static IEnumerable<FieldError> Fields(Item item, string place)
    {
        if (Primitive.Find(item.Rule) is not { } primitive) yield break;
        foreach (var (field, given) in Given(item))
        {
            if (!given && primitive.Needs.Contains(field, StringComparer.Ordinal))
                yield return new($"{place}/{field}", "field-missing", $"规则“{primitive.Name}”须写明 {field}。");
            if (given && !primitive.Needs.Contains(field, StringComparer.Ordinal) && !primitive.May.Contains(field, StringComparer.Ordinal))
                yield return new($"{place}/{field}", "field-unused", $"规则“{primitive.Name}”不使用 {field}。");
        }
    }

    private static IEnumerable<(string Field, bool Given)> Given(Item item) =>
    [
        ("weight", item.Weight != 0), ("points", item.Points is not null), ("cap", item.Cap is not null), ("every", item.Every is not null),
        ("basis", item.Basis is not null), ("target", item.Target is not null), ("bands", item.Bands is not null),
        ("milestones", item.Milestones is not null), ("quotas", item.Quotas is not null),
    ];
}
