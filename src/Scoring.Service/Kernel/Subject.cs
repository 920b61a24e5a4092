namespace Campaign.Scoring.Kernel;

/// <summary>考评对象: a unit that is ranked in a category, from its first to its last day in the campaign.</summary>
/// <param name="Profile">As it is in the month; absent where the street has told nothing.</param>
internal sealed record Subject(string Code, string Name, string Category, DateOnly From, DateOnly? Until, SubjectProfile? Profile = null)
{
    public bool TakesPartIn(Month month) => From <= month.Last && (Until is null || Until >= month.First);

    public bool TakesPartOn(DateOnly day) => From <= day && (Until is null || Until >= day);
}

/// <summary>What rules measure a subject by.</summary>
/// <param name="Class">类别, as quotas name it.</param>
internal sealed record SubjectProfile(decimal? AreaKm2, long? Population, string? Class);
