using Campaign.Scoring.Months;

namespace Campaign.Scoring.Subjects;

/// <summary>考评对象: a unit that is ranked in a category, from its first to its last day in the campaign.</summary>
internal sealed record Subject(string Code, string Name, string Category, DateOnly From, DateOnly? Until)
{
    public bool TakesPartIn(Month month) => From <= month.Last && (Until is null || Until >= month.First);

    public bool TakesPartOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}
