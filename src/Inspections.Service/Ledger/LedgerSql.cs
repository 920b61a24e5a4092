using Campaign.Inspections.Reference;
using Dapper;

namespace Campaign.Inspections.Ledger;

/// <summary>A filter in SQL: what to look at and what must hold of it.</summary>
internal sealed record LedgerSql(string From, IReadOnlyList<string> Conditions, DynamicParameters Arguments)
{
    public string Where => string.Join(" AND ", Conditions);

    /// <summary>The values of a narrower filter as well; those of the same name are the same.</summary>
    public void Take(DynamicParameters narrower)
    {
        foreach (var name in narrower.ParameterNames) Arguments.Add(name, narrower.Get<object>(name));
    }

    /// <summary>What a narrower filter asks beyond this one.</summary>
    public string Beyond(LedgerSql wider) => Conditions.Except(wider.Conditions, StringComparer.Ordinal).ToList() is { Count: > 0 } more
        ? string.Join(" AND ", more)
        : "true";
}

/// <summary>What a caller may see at all.</summary>
/// <param name="Street">Null for the whole district.</param>
/// <param name="HeldToUnits">A unit officer's units: what they lead or help with.</param>
internal sealed record LedgerScope(string? Street, string[]? HeldToUnits);

/// <summary>Conditions as they are gathered; only those that were asked for, so that each question gets the plan it deserves.</summary>
internal sealed class Conditions
{
    private readonly List<string> all = [];

    public DynamicParameters Arguments { get; } = new();

    public IReadOnlyList<string> All => all;

    public LedgerSql On(string from) => new(from, all, Arguments);

    public static Conditions In(LedgerScope scope)
    {
        var conditions = new Conditions();
        conditions.Add("f.street = @street", "street", scope.Street);
        conditions.Add(
            "(f.unit = ANY (@units) OR f.cooperating_units <> '{}' AND f.cooperating_units && @units)", "units", scope.HeldToUnits);
        return conditions;
    }

    public void Add(string condition) => all.Add(condition);

    /// <summary>Nothing when there is no value.</summary>
    public void Add(string condition, string name, object? value)
    {
        if (value is null) return;
        all.Add(condition);
        Arguments.Add(name, value);
    }

    public void AddEither(bool? value, string whenTrue, string whenFalse)
    {
        if (value is { } asked) all.Add(asked ? whenTrue : whenFalse);
    }

    public void AddCode(string column, string name, string? value)
    {
        if (value == LedgerFilter.Nobody) all.Add($"{column} IS NULL");
        else Add($"{column} = @{name}", name, value);
    }

    /// <summary>Categories by what they go by together; <see cref="LedgerFilter.Nobody"/> for those of no group.</summary>
    public void AddGroup(string[]? groups)
    {
        if (groups is not { Length: > 0 }) return;
        var none = groups.Contains(LedgerFilter.Nobody, StringComparer.Ordinal) ? $" OR {Categories.GroupOf("f.category")} IS NULL" : "";
        Add($"({Categories.InGroup("f.category")}{none})", "group", groups);
    }

    public void AddDays(string column, string name, DateOnly? from, DateOnly? to)
    {
        Add($"{column} >= @{name}From", $"{name}From", from?.Start());
        Add($"{column} < @{name}Until", $"{name}Until", to?.End());
    }

    /// <summary>A deadline belongs to the day it names: 24:00 is of the day that ends with it.</summary>
    public void AddDeadlineDays(string column, string name, DateOnly? from, DateOnly? to)
    {
        Add($"{column} > @{name}From", $"{name}From", from?.Start());
        Add($"{column} <= @{name}Until", $"{name}Until", to?.End());
    }

    /// <summary>Named in the statement itself, so that the planner knows how many there are and which partial index holds them.</summary>
    public void AddOneOf<T>(string column, IReadOnlyCollection<T>? values) where T : struct, Enum
    {
        if (values is { Count: > 0 })
            all.Add($"{column} IN ({string.Join(", ", values.Distinct().Order().Select(value => $"'{value}'"))})");
    }
}
