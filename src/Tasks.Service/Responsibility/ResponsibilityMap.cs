using Campaign.EventStore;
using Campaign.Tasks.Rectifications;

namespace Campaign.Tasks.Responsibility;

/// <summary>责任体系 of a street, drawn as a whole.</summary>
internal sealed record ResponsibilityMapDrawn(IReadOnlyList<ResponsibilityRule> Rules, DateTimeOffset At);

/// <summary>Who must fix a finding: a rule for a community, a category, both or, naming neither, for the rest.</summary>
/// <param name="Community">Code of the community; null for all.</param>
/// <param name="Category">Code of the category; null for all.</param>
/// <param name="Guarantor">Code of the guarantor leader's post.</param>
internal sealed record ResponsibilityRule(
    string? Community, string? Category, string Lead, IReadOnlyList<string>? Cooperating, string? Guarantor, DaysAllowed Days)
{
    public bool Covers(string? community, string category) =>
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

internal sealed record ResponsibilityMap : IAggregate<ResponsibilityMap>
{
    public static ResponsibilityMap Initial { get; } = new();

    public IReadOnlyList<ResponsibilityRule> Rules { get; init; } = [];

    public ResponsibilityMap Evolve(object @event) => @event is ResponsibilityMapDrawn e ? new() { Rules = e.Rules } : this;

    /// <summary>The most specific rule wins; null when none covers it, and the finding waits for a person.</summary>
    public Resolution? Resolve(string? community, string category, Severity severity) => Rules
        .Select((rule, index) => (rule, index))
        .Where(r => r.rule.Covers(community, category))
        .OrderByDescending(r => r.rule.Specificity)
        .Select(r => new Resolution(r.rule.Lead, r.rule.Cooperating ?? [], r.rule.Guarantor, r.rule.Days.For(severity), r.index))
        .FirstOrDefault();

    public static StreamId Stream(string street) => new(street, DeterministicGuid.From(Guid.Empty, "responsibility-map"));
}
