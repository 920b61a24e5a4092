using System.Globalization;
using Campaign.Demo.Api;
using Campaign.Demo.Input;

namespace Campaign.Demo.Steps;

/// <summary>Streets, units and what they are judged by. Every write is a PUT: the second run changes nothing.</summary>
internal sealed class Registration(Caller district, Caller office, string street)
{
    private string Street => $"api/streets/{street}";

    public Task Name(string name) => district.Put($"api/district/streets/{street}", new { Name = name });

    public async Task Organisation(Organisation organisation)
    {
        foreach (var community in organisation.Communities)
            await office.Put($"{Street}/communities/{community.Code}", new { community.Name });
        var existing = (await Units()).ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        foreach (var unit in organisation.Units)
            await Put(unit with { From = UnitsOfMonth.Earlier(existing.GetValueOrDefault(unit.Code)?.From, unit.From) });
        foreach (var post in organisation.Posts)
            await office.Put($"{Street}/posts/{post.Code}", new { post.Title, post.Unit, post.Fields, post.Communities, post.Role });
    }

    /// <returns>Null while the list of categories, which Inspections keeps, has not reached Tasks.</returns>
    public async Task<object?> ResponsibilityRules(object rules)
    {
        try
        {
            await office.Put($"{Street}/responsibility-rules", new { Rules = rules });
            return rules;
        }
        catch (Refused refused) when (refused.IsOnly("category-unknown"))
        {
            return null;
        }
    }

    public async Task<IReadOnlyList<Unit>> UnitsOf(MonthFile file)
    {
        var units = UnitsOfMonth.Of(file, await Units());
        foreach (var unit in units) await Put(unit);
        return units;
    }

    public async Task CategoriesOf(MonthFile file)
    {
        var existing = (await district.Get<CategoryList>("api/district/finding-categories")).Categories;
        var union = Catalogue.Union(existing, Samples.Categories, file);
        if (union.Count > existing.Count) await district.Put("api/district/finding-categories", new CategoryList(union));
    }

    public async Task SheetsOf(MonthFile file)
    {
        foreach (var sheet in file.Sheets ?? [])
        {
            var items = sheet.Items.Select(
                item => item with { Text = item.Text ?? string.Create(CultureInfo.InvariantCulture, $"第{item.No}项") });
            await office.Put($"{Street}/sheets/{sheet.Code}", new { sheet.Name, sheet.Category, Items = items });
        }
    }

    public Task PolicyOf(MonthFile file) => office.Put($"{Street}/policies/{file.Month}", file.Policy);

    public Task<IReadOnlyList<Unit>> Units() => office.GetAll<Unit>($"{Street}/units");

    private Task Put(Unit unit) =>
        office.Put($"{Street}/units/{unit.Code}", new { unit.Name, unit.Category, unit.Community, unit.From, unit.Until, unit.Aliases });
}
