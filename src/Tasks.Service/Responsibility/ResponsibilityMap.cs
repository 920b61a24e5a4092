using System.Text.Json.Serialization;
using Campaign.EventStore;
using Campaign.ServiceDefaults;
using Campaign.Tasks.Organisation;
using Campaign.Web;

namespace Campaign.Tasks.Responsibility;

/// <summary>What happens to the map of a street.</summary>
internal interface IResponsibilityEvent;

/// <summary>责任体系 of a street, drawn as a whole.</summary>
/// <param name="Effective">First day on which it is in force; null in what was stored before maps were dated: the day of At.</param>
internal sealed record ResponsibilityMapDrawn(IReadOnlyList<Stored.ResponsibilityRule> Rules, DateTimeOffset At, DateOnly? Effective = null)
    : IResponsibilityEvent
{
    [JsonIgnore]
    public DateOnly Since => Effective ?? ChinaTime.DateOf(At);
}

/// <summary>Who must fix a finding: a rule for a community, a category, both or, naming neither, for the rest.</summary>
/// <param name="Community">Code of the community; null for all.</param>
/// <param name="Category">Code of the category; null for all.</param>
/// <param name="Guarantor">Code of the guarantor leader's post.</param>
internal sealed record ResponsibilityRule(
    string? Community, string? Category, string Lead, IReadOnlyList<string>? Cooperating, string? Guarantor, DaysAllowed Days)
{
    public bool Covers(string? community, string? category) =>
        (Community is null || Community == community) && (Category is null || Category == category);

    public bool SameAs(ResponsibilityRule other) =>
        this with { Cooperating = null } == other with { Cooperating = null }
        && (Cooperating ?? []).SequenceEqual(other.Cooperating ?? [], StringComparer.Ordinal);

    /// <summary>Community and category, category, community, neither.</summary>
    public int Specificity => (Category is null ? 0 : 2) + (Community is null ? 0 : 1);
}

/// <summary>Natural days to rectify, by severity; 0 means by the end of the same day.</summary>
internal sealed record DaysAllowed(int Minor, int Major, int Critical)
{
    public int For(Severity severity) => severity switch
    {
        Severity.Minor => Minor,
        Severity.Major => Major,
        Severity.Critical => Critical,
    };
}

/// <param name="Rule">Index of the rule that decided.</param>
internal sealed record Resolution(string Lead, IReadOnlyList<string> Cooperating, string? Guarantor, int Days, int Rule);

/// <summary>The rules of a day.</summary>
/// <param name="Version">The how manieth drawing of the map it is; 0 when none was in force.</param>
/// <param name="Since">First day on which they are in force.</param>
internal sealed record RulesInForce(int Version, DateOnly Since, IReadOnlyList<ResponsibilityRule> Rules)
{
    public static RulesInForce None { get; } = new(0, DateOnly.MinValue, []);

    /// <summary>The most specific rule wins; null when none covers it, and the finding waits for a person.</summary>
    public Resolution? Resolve(string? community, string category, Severity severity) =>
        Deciding(community, category) is var (rule, index)
            ? new(rule.Lead, rule.Cooperating ?? [], rule.Guarantor, rule.Days.For(severity), index)
            : null;

    /// <param name="category">Null: only rules for whatever category.</param>
    public (ResponsibilityRule Rule, int Index)? Deciding(string? community, string? category) => Rules
        .Select((rule, index) => ((ResponsibilityRule Rule, int Index)?)(rule, index))
        .Where(r => r!.Value.Rule.Covers(community, category))
        .MaxBy(r => r!.Value.Rule.Specificity);
}

internal sealed record ResponsibilityMap : IAggregate<ResponsibilityMap, IResponsibilityEvent>
{
    public static ResponsibilityMap Initial { get; } = new();

    public Timeline<RulesInForce> Drawings { get; init; } = Timeline<RulesInForce>.Empty;
    public int Version { get; init; }

    public ResponsibilityMap Evolve(IResponsibilityEvent @event) => @event switch
    {
        ResponsibilityMapDrawn e => new()
        {
            Version = Version + 1,
            Drawings = Drawings.From(e.Since, new(Version + 1, e.Since, [.. e.Rules.Select(rule => rule.ToResponsibilityRule())])),
        },
    };

    public RulesInForce On(DateOnly day) => Drawings.On(day) ?? RulesInForce.None;

    public static StreamId<ResponsibilityMap> Stream(string street) => StreamId<ResponsibilityMap>.Named(street, "responsibility-map");
}
