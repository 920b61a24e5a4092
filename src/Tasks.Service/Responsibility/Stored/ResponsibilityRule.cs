using Campaign.Tasks.Organisation;

namespace Campaign.Tasks.Responsibility.Stored;

/// <summary><see cref="Responsibility.ResponsibilityRule"/> as events keep it, with all that it is made of.</summary>
internal sealed record ResponsibilityRule(
    string? Community, string? Category, string Lead, IReadOnlyList<string>? Cooperating, string? Guarantor, DaysAllowed Days)
{
    public static ResponsibilityRule Of(Responsibility.ResponsibilityRule rule) => new(
        rule.Community, rule.Category, rule.Lead, rule.Cooperating, rule.Guarantor, DaysAllowed.Of(rule.Days));

    public Responsibility.ResponsibilityRule ToResponsibilityRule() => new(
        Community, Category, Lead, Cooperating, Guarantor, Days.ToDaysAllowed());
}

internal sealed record DaysAllowed(int Minor, int Major, int Critical)
{
    public static DaysAllowed Of(Responsibility.DaysAllowed days) => new(days.Minor, days.Major, days.Critical);

    public Responsibility.DaysAllowed ToDaysAllowed() => new(Minor, Major, Critical);
}
