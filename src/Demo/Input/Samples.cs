using System.Text.Json;

namespace Campaign.Demo.Input;

/// <summary>The sample campaign of samples/nanguan, copied beside the program by its build.</summary>
internal static class Samples
{
    public static string MonthPath => PathOf("month-2024-09.json");

    public static Plan Plan => Json.Read<Plan>(PathOf("plan.json"));

    public static Organisation Organisation => Json.Read<Organisation>(PathOf("organisation.json"));

    public static JsonElement ResponsibilityRules => Json.Read<JsonElement>(PathOf("responsibility.json")).GetProperty("rules");

    public static IReadOnlyList<Category> Categories => Json.Read<CategoryList>(PathOf("finding-categories.json")).Categories;

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "samples", "nanguan", file);
}

internal sealed record Organisation(
    StreetName Street, IReadOnlyList<Community> Communities, IReadOnlyList<Unit> Units, IReadOnlyList<Post> Posts);

internal sealed record Community(string Code, string Name);

internal sealed record Post(
    string Code, string Title, string Role, string? Unit, IReadOnlyList<string> Fields, IReadOnlyList<string> Communities);

/// <param name="Category">Category it is ranked in; null for a unit that is not scored.</param>
/// <param name="Aliases">Other names that documents use for it.</param>
internal sealed record Unit(
    string Code, string Name, string? Category, string? Community, DateOnly From, DateOnly? Until, IReadOnlyList<string>? Aliases = null);

internal sealed record CategoryList(IReadOnlyList<Category> Categories);

/// <param name="Limit">As the catalogue writes it: <c>4工作时</c>, <c>15工作日</c> …</param>
internal sealed record Category(string Code, string Name, string? Limit, string? Chapter, string? UsualUnit);

/// <summary>The body of POST …/plans.</summary>
internal sealed record Plan(
    string DocumentNumber, string Title, string Issuer, DateOnly IssuedOn, IReadOnlyList<PlanPhase> Phases,
    IReadOnlyList<PlanAction> Actions)
{
    /// <summary>One assignment per action, unit (named, or a 居委会 of the street) and phase.</summary>
    public int Assignments(IReadOnlyCollection<string> committees) => Phases.Count * Actions.Sum(action =>
        (action.AllCommunities ? action.Units.Union(committees, StringComparer.Ordinal) : action.Units).Count());
}

internal sealed record PlanPhase(string Name, DateOnly From, DateOnly To);

internal sealed record PlanAction(int No, string Name, IReadOnlyList<string> Units, bool AllCommunities, IReadOnlyList<string> Measures);
