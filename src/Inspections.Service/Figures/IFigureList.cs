using System.Text.Json;
using Campaign.Inspections.Ledger;
using Campaign.Inspections.Reference;
using Campaign.Web;

namespace Campaign.Inspections.Figures;

internal enum Grouping { None, Street, Community, Unit, Category, Group }

/// <summary>
/// A list that one can open, and that a figure counts: the count and the list are made of the
/// same condition, so they agree. Of findings or of rounds.
/// </summary>
internal interface IFigureList
{
    LedgerSql Sql(LedgerScope scope);

    /// <summary>The column that says to which group a row belongs.</summary>
    string Key(Grouping by);

    /// <summary>Only one group's rows.</summary>
    IFigureList Of(Grouping by, string key);

    string Href(string street);
}

/// <param name="Filter">By unit the one that was responsible in the round that is judged;
/// where no deadline is judged, the one that is now.</param>
internal sealed record FindingList(LedgerFilter Filter) : IFigureList
{
    public LedgerSql Sql(LedgerScope scope) => LedgerConditions.Of(scope, Filter);

    public string Key(Grouping by) => by switch
    {
        Grouping.Unit when Filter.JudgesDeadline => "d.unit",
        Grouping.Unit => "f.unit",
        _ => Groups.Column(by),
    };

    public IFigureList Of(Grouping by, string key) => new FindingList(by switch
    {
        Grouping.Community => Filter with { Community = key },
        Grouping.Category => Filter with { Category = [key] },
        Grouping.Group => Filter with { Group = [key] },
        Grouping.Unit when Filter.JudgesDeadline => Filter with { DueUnit = key },
        Grouping.Unit => Filter with { Unit = key },
        Grouping.None or Grouping.Street => Filter,
    });

    public string Href(string street) => Links.To($"/api/streets/{street}/findings", Groups.Query(Filter));
}

internal sealed record RoundList(RoundFilter Filter) : IFigureList
{
    public LedgerSql Sql(LedgerScope scope) => Filter.Sql(scope);

    public string Key(Grouping by) => by switch
    {
        Grouping.Unit when Filter.JudgesBeginning => RoundFilter.ByBeganUnit,
        Grouping.Unit => RoundFilter.ByUnit,
        _ => Groups.Column(by),
    };

    public IFigureList Of(Grouping by, string key) => new RoundList(by switch
    {
        Grouping.Community => Filter with { Community = key },
        Grouping.Category => Filter with { Category = [key] },
        Grouping.Group => Filter with { Group = [key] },
        Grouping.Unit when Filter.JudgesBeginning => Filter with { BeganUnit = key },
        Grouping.Unit => Filter with { Unit = key },
        Grouping.None or Grouping.Street => Filter,
    });

    public string Href(string street) => Links.To($"/api/streets/{street}/findings/rounds", Groups.Query(Filter));
}

internal static class Groups
{
    public static string Column(Grouping by) => by switch
    {
        Grouping.Street => "f.street",
        Grouping.Community => "f.community",
        Grouping.Unit => "f.unit",
        Grouping.Category => "f.category",
        Grouping.Group => Categories.GroupOf("f.category"),
        Grouping.None => "''",
    };

    /// <summary>A filter as its list takes it.</summary>
    public static IEnumerable<(string Name, object? Value)> Query<T>(T filter) =>
        typeof(T).GetProperties().Where(property => property.CanWrite)
            .Select(property => (JsonNamingPolicy.CamelCase.ConvertName(property.Name), property.GetValue(filter)));
}
