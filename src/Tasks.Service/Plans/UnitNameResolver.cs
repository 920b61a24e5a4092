using Campaign.Documents;
using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Plans;

/// <summary>Units and posts as documents name them: by code, by name, by alias. Pure.</summary>
internal sealed class UnitNameResolver(IReadOnlyList<UnitRow> units, IReadOnlyList<PostRow> posts)
{
    private const int Suggestions = 3;
    private const double Near = 0.4;

    private readonly ILookup<string, UnitRow> byName = units
        .SelectMany(
            unit => (unit.Aliases ?? []).Append(unit.Name).Append(unit.Code).Distinct(StringComparer.Ordinal).Select(name => (name, unit)))
        .ToLookup(pair => pair.name, pair => pair.unit, StringComparer.Ordinal);

    /// <summary>The code of the unit, or why there is none.</summary>
    public (string? Code, string? Problem) Unit(string name)
    {
        var named = byName[name].ToList();
        if (named is [var unit]) return (unit.Code, null);
        if (named.Count > 1) return (null, $"“{name}”不止一个单位：{List(named)}，请改写编号。");
        var near = units.Select(
            other => (Unit: other, Likeness: (other.Aliases ?? []).Append(other.Name).Max(known => Likeness(name, known))))
            .Where(other => other.Likeness >= Near)
            .OrderByDescending(other => other.Likeness).ThenBy(other => other.Unit.Code, StringComparer.Ordinal)
            .Take(Suggestions).Select(other => other.Unit).ToList();
        return (null, near.Count == 0 ? $"没有登记“{name}”这个单位。" : $"没有登记“{name}”这个单位，是否为{List(near)}？");
    }

    /// <summary>The code of the unit; the name itself where it names none, or several.</summary>
    public string CodeOr(string name) => Unit(NameText.Clean(name)!).Code ?? name;

    public (string? Code, string? Problem) Post(string name) =>
        posts.Where(post => post.Code == name || post.Title == name).Select(post => post.Code).ToList() switch
        {
            [var code] => (code, null),
            [] => (null, $"没有登记“{name}”这个职务。"),
            var several => (null, $"“{name}”不止一个职务：{string.Join("、", several)}，请改写编号。"),
        };

    private static string List(IEnumerable<UnitRow> named) => string.Join("、", named.Select(unit => $"{unit.Name}（{unit.Code}）"));

    /// <summary>Share of the characters that two names have in common, in order: 1 for the same name.</summary>
    private static double Likeness(string one, string other)
    {
        var row = new int[other.Length + 1];
        foreach (var letter in one)
        {
            var diagonal = 0;
            for (var i = 1; i <= other.Length; i++)
            {
                var above = row[i];
                row[i] = other[i - 1] == letter ? diagonal + 1 : Math.Max(row[i], row[i - 1]);
                diagonal = above;
            }
        }
        return 2.0 * row[^1] / (one.Length + other.Length);
    }
}
